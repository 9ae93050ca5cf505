const FINE_MS = 100
const FINE_PER_MS = 10
const COARSE_MS = 60_000

/** How long things took, in steps of 0.1 ms up to 100 ms and of 1 ms up to a minute. */
export class Histogram {
  readonly #counts = new Uint32Array(FINE_MS * FINE_PER_MS + COARSE_MS)
  #count = 0
  #max = 0

  get count(): number {
    return this.#count
  }

  /** The longest of all, in milliseconds; 0 when there is none. */
  get max(): number {
    return this.#max
  }

  add(ms: number): void {
    const step = ms < FINE_MS ? ms * FINE_PER_MS : FINE_MS * (FINE_PER_MS - 1) + ms
    const at = Math.min(this.#counts.length - 1, Math.max(0, Math.floor(step)))
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#count++
    if (ms > this.#max) this.#max = ms
  }

  clear(): void {
    this.#counts.fill(0)
    this.#count = 0
    this.#max = 0
  }

  /** The time, in milliseconds, that this share of all (0–1) did not exceed, rounded up to its step; NaN without any. */
  quantile(share: number): number {
    if (this.#count === 0) return NaN
    let left = Math.max(1, Math.ceil(share * this.#count))
    for (let at = 0; at < this.#counts.length; at++) {
      left -= this.#counts[at] ?? 0
      if (left <= 0) return upperEdge(at)
    }
    return this.#max
  }
}

const upperEdge = (at: number): number =>
  at < FINE_MS * FINE_PER_MS ? (at + 1) / FINE_PER_MS : at + 1 - FINE_MS * (FINE_PER_MS - 1)
