import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeMessage, EXTENSION, type Message } from '../../shared/protocol/messages.ts'
import { Packet } from './packet.ts'

/**
 * The frames of the y-websocket protocol, in and out. Knows bytes only: what an update means is `admit/`'s business.
 * Format: y-websocket 3.1 `src/y-websocket.js`, y-protocols 1.0.7 `sync.js`, `awareness.js`, `auth.js`.
 */
export type Frame =
  | { readonly kind: 'stateVector'; readonly stateVector: Uint8Array }
  /** `answer`: what the client has and the server lacks (SyncStep2); otherwise one edit. */
  | { readonly kind: 'write'; readonly answer: boolean; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'presenceQuery' }
  | { readonly kind: 'message'; readonly message: Message }

/** One line of an awareness update: `state` is JSON text, `"null"` for one who left. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: string
}

const SYNC = 0
const PRESENCE = 1
const AUTH = 2
const PRESENCE_QUERY = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const PERMISSION_DENIED = 0

/** Reads one frame; null for bytes that are none. Never throws, whatever the bytes. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder)
      case PRESENCE:
        return {
          kind: 'presence',
          entries: readEntries(decoding.createDecoder(decoding.readVarUint8Array(decoder))),
        }
      case PRESENCE_QUERY:
        return { kind: 'presenceQuery' }
      case EXTENSION: {
        const message = decodeMessage(decoder)
        return message && { kind: 'message', message }
      }
      default:
        return null
    }
  } catch {
    return null
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const step = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  if (step === STEP_1) return { kind: 'stateVector', stateVector: body }
  if (step === STEP_2 || step === UPDATE) return { kind: 'write', answer: step === STEP_2, update: body }
  return null
}

function readEntries(decoder: decoding.Decoder): PresenceEntry[] {
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--)
    entries.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    })
  return entries
}

/** The same messages for many readers; the body is not copied. */
export const answerPacket = (update: Uint8Array): Packet => new Packet(syncHead(STEP_2, update), update)
export const updatePacket = (update: Uint8Array): Packet => new Packet(syncHead(UPDATE, update), update)

export const stateVectorFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector)
export const answerFrame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update)

const syncFrame = (step: number, body: Uint8Array): Uint8Array =>
  new Packet(syncHead(step, body), body).payload

/** What stands before the body: type, step and the length of the body. */
function syncHead(step: number, { byteLength }: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint(encoder, byteLength)
  return encoding.toUint8Array(encoder)
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(inner, clientId)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, PRESENCE)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

/** What tells a stock client that it may not do what it tried. */
export function deniedFrame(reason: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, PERMISSION_DENIED)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}
