import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { clientFrame, OPCODE, readHead } from './frame-bytes.ts'

/** What happens at a socket. `onFrame` gets a view that is valid only until it returns. */
export interface Ears {
  onFrame(bytes: Buffer, from: number, to: number): void
  onClose?(code: number): void
}

/** All sockets read into the same place, because what was read is handled before anything else is. */
const shared = Buffer.allocUnsafe(256 * 1024)
const NO_BYTES = Buffer.alloc(0)
const HEAD_END = '\r\n\r\n'
const OPEN_MS = 20_000

/**
 * A WebSocket client made of bytes, for a generator that must cost less than the server it measures: it reads into one
 * shared buffer and makes no object for a frame.
 */
export class WireSocket {
  /** `performance.now()` when the first bytes of the latest frame came. */
  frameBeganMs = 0
  bytesIn = 0
  closeCode: number | null = null
  #upgraded: (() => void) | null = null
  #carry = NO_BYTES
  #large: { readonly opcode: number; readonly payload: Buffer; filled: number } | null = null
  readonly raw: Socket

  private constructor(
    host: string,
    port: number,
    private readonly ears: Ears,
  ) {
    const onread = { buffer: shared, callback: (n: number) => (this.#take(shared, n), true) }
    this.raw = connect({ host, port, noDelay: true, onread })
    // A socket that breaks says so by closing.
    this.raw.on('error', () => undefined)
    this.raw.on('close', () => this.#ended(1006))
  }

  /** Opens a connection; rejects when the server does not take it. */
  static async open(url: string, protocols: readonly string[], ears: Ears): Promise<WireSocket> {
    const { hostname, port, pathname } = new URL(url)
    const socket = new WireSocket(hostname, Number(port), ears)
    const lines = [
      `GET ${pathname} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
    ]
    socket.raw.write(lines.join('\r\n') + HEAD_END)
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${url} did not open in ${OPEN_MS} ms`)), OPEN_MS)
      socket.#upgraded = () => (clearTimeout(late), resolve())
      socket.raw.once('close', () => (clearTimeout(late), reject(new Error(`${url} was closed at once`))))
    })
    return socket
  }

  get isOpen(): boolean {
    return this.closeCode === null
  }

  send(payload: Uint8Array, opcode: number = OPCODE.binary): void {
    if (this.isOpen) this.raw.write(clientFrame(payload, opcode))
  }

  /** Leaves without a word, as a browser whose cable was pulled. */
  drop(): void {
    this.#ended(1006)
    this.raw.destroy()
  }

  #ended(code: number): void {
    if (this.closeCode !== null) return
    this.closeCode = code
    this.ears.onClose?.(code)
  }

  #take(read: Buffer, length: number): void {
    this.bytesIn += length
    const isSplit = this.#carry.length > 0
    const chunk = isSplit ? Buffer.concat([this.#carry, read.subarray(0, length)]) : read
    const end = isSplit ? chunk.length : length
    this.#carry = NO_BYTES
    let at = this.#upgraded ? this.#upgrade(chunk, end) : 0
    while (at < end) {
      const next = this.#large ? this.#fill(chunk, at, end) : this.#frame(chunk, at, end)
      if (next === at) break
      at = next
    }
    if (at < end) this.#carry = Buffer.from(chunk.subarray(at, end))
  }

  #upgrade(chunk: Buffer, end: number): number {
    const head = chunk.toString('latin1', 0, end)
    const stop = head.indexOf(HEAD_END)
    if (stop < 0) return 0
    if (!head.startsWith('HTTP/1.1 101')) {
      this.drop()
      return end
    }
    this.#upgraded?.()
    this.#upgraded = null
    return stop + HEAD_END.length
  }

  /** Reads a frame that begins at `at`; returns where the next one begins, or `at` when its head is not whole yet. */
  #frame(chunk: Buffer, at: number, end: number): number {
    const head = readHead(chunk, at, end)
    if (!head) return at
    this.frameBeganMs = performance.now()
    const { opcode, from, length } = head
    if (from + length <= end) {
      this.#deliver(opcode, chunk, from, from + length)
      return from + length
    }
    this.#large = { opcode, payload: Buffer.allocUnsafe(length), filled: 0 }
    return this.#fill(chunk, from, end)
  }

  #fill(chunk: Buffer, at: number, end: number): number {
    const large = this.#large
    if (!large) return at
    const until = Math.min(end, at + large.payload.length - large.filled)
    large.filled += chunk.copy(large.payload, large.filled, at, until)
    if (large.filled === large.payload.length) {
      this.#large = null
      this.#deliver(large.opcode, large.payload, 0, large.payload.length)
    }
    return until
  }

  #deliver(opcode: number, bytes: Buffer, from: number, to: number): void {
    if (opcode === OPCODE.binary) this.ears.onFrame(bytes, from, to)
    else if (opcode === OPCODE.ping) this.send(bytes.subarray(from, to), OPCODE.pong)
    else if (opcode === OPCODE.close) this.#ended(to - from >= 2 ? bytes.readUInt16BE(from) : 1005)
  }
}
