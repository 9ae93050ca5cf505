import { randomBytes } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import type { Seat } from '../targets/target.ts'
import { WireSocket } from '../wire/wire-socket.ts'

export const SYNC = 0
export const PRESENCE = 1
export const STEP_1 = 0
export const STEP_2 = 1
export const UPDATE = 2

/** Somebody with a good key and bad intentions. Comes back whenever the server closes on them. */
export class Attacker {
  readonly clientId = 2_000_000_000 + Math.floor(Math.random() * 1_000_000_000)
  #socket: WireSocket | null = null

  constructor(readonly seat: Seat) {}

  /** An open connection: the last one, or a new one when that was closed. Null when the server takes no more. */
  async socket(): Promise<WireSocket | null> {
    if (this.#socket?.isOpen) return this.#socket
    const { url, protocols, dialect } = this.seat
    this.#socket = await WireSocket.open(url, protocols, { onFrame: () => undefined }).catch(() => null)
    for (const frame of dialect.greeting) this.#socket?.send(frame)
    return this.#socket
  }

  /** Sends a frame of the protocol. */
  async frame(...parts: readonly (number | Uint8Array)[]): Promise<void> {
    await this.bytes(Buffer.concat([this.seat.dialect.prefix, bytesOf(...parts)]))
  }

  /** Sends a WebSocket message with these bytes. */
  async bytes(payload: Uint8Array, opcode?: number): Promise<void> {
    const socket = await this.socket()
    socket?.send(payload, opcode)
    await turn()
  }

  /** Sends an update or a state vector in a sound envelope. */
  sync(step: number, body: Uint8Array): Promise<void> {
    return this.frame(SYNC, step, withLength(body))
  }

  /** Writes to the connection what is no WebSocket frame. */
  async raw(bytes: Uint8Array): Promise<void> {
    const socket = await this.socket()
    socket?.raw.write(bytes)
    await turn()
  }

  leave(): void {
    this.#socket?.drop()
    this.#socket = null
  }
}

/** Lets what was written go out, and the server close if it likes: what follows then comes on a new connection. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2))

/** Numbers as variable-length integers, bytes as they are. */
export function bytesOf(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts)
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeUint8Array(encoder, part)
  return encoding.toUint8Array(encoder)
}

export const withLength = (body: Uint8Array): Uint8Array => bytesOf(body.length, body)
export const text = (words: string): Uint8Array => withLength(Buffer.from(words))
export const noise = (length: number): Uint8Array => randomBytes(length)
export const times = async (count: number, act: (n: number) => Promise<void>): Promise<void> => {
  for (let n = 0; n < count; n++) await act(n)
}
