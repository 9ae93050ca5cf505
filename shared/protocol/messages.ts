import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What travels beside the y-websocket protocol (types 0, 1 and 3), as type 110. A stock client never sees it: it is
 * sent only to one that said HELLO. Every body after the number is one JSON text, so that fields can be added; but that of
 * a chunk is three numbers and bytes.
 */
export const EXTENSION = 110
export const SUBPROTOCOL = 'tavolo'

export const ROLES = ['facilitator', 'editor', 'contributor', 'viewer'] as const
export type Role = (typeof ROLES)[number]
/** Roles whose writes the stream accepts; the others act through commands. */
export const mayWrite = (role: Role): boolean => role === 'facilitator' || role === 'editor'

export type Message =
  /** Client, once after the socket opens. */
  | {
      readonly type: 'hello'
      readonly clientId: number
      readonly schemaVersion: number
      readonly generation: number | null
      /** Without it, yes. `false`: where the others point is of no use here. */
      readonly cursors?: boolean
    }
  /** Server, in answer. */
  | {
      readonly type: 'welcome'
      readonly role: Role
      readonly generation: number
      readonly participant: string | null
      /** Whether people at this board see each other's cursors. */
      readonly cursors: boolean
      readonly limits: { readonly frameBytes: number }
    }
  /** Server: how many write frames (type 0, sub 1 or 2) of this connection are durable on disk. */
  | { readonly type: 'persisted'; readonly frames: number; readonly seq: number }
  /** Server: the write frame number `frame` was refused and changed nothing. */
  | { readonly type: 'rejected'; readonly frame: number; readonly code: string; readonly text: string }
  | { readonly type: 'role'; readonly role: Role }
  /** Server, every 15 s: the stock client's watchdog ignores WebSocket pings. */
  | { readonly type: 'beat' }
  /** Client: a piece of one write frame that is too large for one message (`chunks.ts`). */
  | {
      readonly type: 'chunk'
      readonly upload: number
      readonly index: number
      readonly total: number
      readonly bytes: Uint8Array
    }
  /** Server: something happened beside the document; what `detail` holds is in docs/sync.md. */
  | {
      readonly type: 'event'
      readonly name: 'shutdown' | 'authors' | 'comments' | 'reactions' | 'agreements' | 'storage' | 'cursors'
      readonly detail: string
    }

const NUMBERS = ['hello', 'welcome', 'persisted', 'rejected', 'role', 'beat', 'chunk', 'event'] as const

/** The bytes of one message: varint 110, varint of its number, body. */
export function encodeMessage(message: Message): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, EXTENSION)
  encoding.writeVarUint(encoder, NUMBERS.indexOf(message.type))
  if (message.type === 'chunk') {
    for (const number of [message.upload, message.index, message.total])
      encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, message.bytes)
  } else {
    const { type: _, ...body } = message
    encoding.writeVarString(encoder, JSON.stringify(body))
  }
  return encoding.toUint8Array(encoder)
}

/**
 * Reads what follows the varint 110; null for a message that this version does not know or that is not sound.
 * The fields are checked by the reader's own side: the server trusts nothing but `hello`.
 */
export function decodeMessage(decoder: decoding.Decoder): Message | null {
  try {
    const type = NUMBERS[decoding.readVarUint(decoder)]
    if (type === 'chunk') return readChunk(decoder)
    const body: unknown = JSON.parse(decoding.readVarString(decoder))
    if (type === undefined || body === null || typeof body !== 'object' || Array.isArray(body)) return null
    return { ...body, type } as Message
  } catch {
    return null
  }
}

const readChunk = (decoder: decoding.Decoder): Message => ({
  type: 'chunk',
  upload: decoding.readVarUint(decoder),
  index: decoding.readVarUint(decoder),
  total: decoding.readVarUint(decoder),
  bytes: decoding.readVarUint8Array(decoder),
})
