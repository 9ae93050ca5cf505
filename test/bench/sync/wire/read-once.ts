/**
 * Remembers what the latest frames said. A server sends the same bytes to many people; comparing bytes costs much less
 * than reading them again.
 */
export class ReadOnce<T> {
  readonly #bytes: Buffer[] = []
  readonly #values: T[] = []
  #next = 0

  constructor(
    private readonly read: (frame: Buffer) => T,
    private readonly size = 48,
  ) {}

  /** What the bytes from `from` to `to` say. */
  of(bytes: Buffer, from: number, to: number): T {
    const length = to - from
    for (let back = 1; back <= this.#bytes.length; back++) {
      const at = (this.#next - back + this.size) % this.size
      const known = this.#bytes[at]
      if (known?.length === length && bytes.compare(known, 0, length, from, to) === 0)
        return this.#values[at] as T
    }
    const frame = Buffer.from(bytes.subarray(from, to))
    const value = this.read(frame)
    this.#bytes[this.#next] = frame
    this.#values[this.#next] = value
    this.#next = (this.#next + 1) % this.size
    return value
  }
}
