import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What travels beside the y-websocket protocol (types 0, 1 and 3), as type 110. A stock client never sees it: it is
 * sent only to one that said HELLO. Every body after the number is one JSON text, so that fields can be added.
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
    }
  /** Server, in answer. */
  | {
      readonly type: 'welcome'
      readonly role: Role
      readonly generation: number
      readonly participant: string | null
      readonly limits: { readonly frameBytes: number }
    }
  /** Server: how many write frames (type 0, sub 1 or 2) of this connection are durable on disk. */
  | { readonly type: 'persisted'; readonly frames: number; readonly seq: number }
  /** Server: the write frame number `frame` was refused and changed nothing. */
  | { readonly type: 'rejected'; readonly frame: number; readonly code: string; readonly text: string }
  | { readonly type: 'role'; readonly role: Role }
  /** Server, every 15 s: the stock client's watchdog ignores WebSocket pings. */
  | { readonly type: 'beat' }
  /** Server: something happened beside the document; what `detail` holds is in docs/sync.md. */
  | { readonly type: 'event'; readonly name: 'shutdown' | 'authors' | 'storage'; readonly detail: string }

const NUMBERS = ['hello', 'welcome', 'persisted', 'rejected', 'role', 'beat', '', 'event'] as const

/** The bytes of one message: varint 110, varint of its number, JSON text. */
export function encodeMessage(message: Message): Uint8Array {
  const { type, ...body } = message
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, EXTENSION)
  encoding.writeVarUint(encoder, NUMBERS.indexOf(type))
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/**
 * Reads what follows the varint 110; null for a message that this version does not know or that is not sound.
 * The fields are checked by the reader's own side: the server trusts nothing but `hello`.
 */
export function decodeMessage(decoder: decoding.Decoder): Message | null {
  try {
    const type = NUMBERS[decoding.readVarUint(decoder)]
    const body: unknown = JSON.parse(decoding.readVarString(decoder))
    if (!type || body === null || typeof body !== 'object' || Array.isArray(body)) return null
    return { ...body, type } as Message
  } catch {
    return null
  }
}
