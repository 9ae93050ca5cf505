/** How fast one connection may send: `burst` at once, then `perSecond`. */
export class Quota {
  #left: number
  #atMs = 0

  constructor(private readonly pace: { readonly perSecond: number; readonly burst: number }) {
    this.#left = pace.burst
  }

  /** Counts what has come already; returns for how many milliseconds nothing more should be read. */
  take(cost: number, nowMs: number): number {
    const { perSecond, burst } = this.pace
    this.#left = Math.min(burst, this.#left + ((nowMs - this.#atMs) / 1000) * perSecond) - cost
    this.#atMs = nowMs
    return this.#left < 0 ? Math.ceil((-this.#left / perSecond) * 1000) : 0
  }
}
