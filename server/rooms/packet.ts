/**
 * A message on its way to one reader or to many. The WebSocket frame around it (RFC 6455 §5.2: final, binary, not masked,
 * not compressed) is made once, however many sockets it is written to; large bodies are not copied for it.
 */
export class Packet {
  readonly #parts: readonly Uint8Array[]
  #wire: readonly Uint8Array[] | null = null
  /** Bytes of the message. */
  readonly length: number

  constructor(...parts: readonly Uint8Array[]) {
    this.#parts = parts
    this.length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  /** What is written to a socket. */
  get wire(): readonly Uint8Array[] {
    if (this.#wire) return this.#wire
    const head = headOf(this.length)
    this.#wire = this.length > COPIED_BYTES ? [head, ...this.#parts] : [Buffer.concat([head, ...this.#parts])]
    return this.#wire
  }

  /** The message in one piece. */
  get payload(): Uint8Array {
    const [only, ...others] = this.#parts
    return only && others.length === 0 ? only : Buffer.concat(this.#parts)
  }
}

/** Up to here a copy is cheaper than one more buffer a write. */
const COPIED_BYTES = 16 * 1024
const FINAL_BINARY = 0x82

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.of(FINAL_BINARY, length)
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = FINAL_BINARY
  head[1] = length < 65_536 ? 126 : 127
  head.writeUIntBE(length, length < 65_536 ? 2 : 4, length < 65_536 ? 2 : 6)
  return head
}
