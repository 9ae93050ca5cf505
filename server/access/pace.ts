interface Bucket {
  tokens: number
  atMs: number
}

/**
 * A generous limit per name (a key, a participant): `burst` at once, then `perSecond`. Never per address alone: sixty
 * phones of one town hall share one.
 */
export class Pace {
  readonly #buckets = new Map<string, Bucket>()

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes `cost` for a name; returns how many milliseconds too early that is, 0 when it is in order. */
  take(name: string, cost = 1): number {
    const atMs = this.now()
    const bucket = this.#buckets.get(name) ?? { tokens: this.burst, atMs }
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((atMs - bucket.atMs) / 1000) * this.perSecond)
    bucket.atMs = atMs
    this.#buckets.set(name, bucket)
    if (this.#buckets.size > 10_000) this.#forgetFull(atMs)
    if (bucket.tokens < cost) return Math.ceil(((cost - bucket.tokens) / this.perSecond) * 1000)
    bucket.tokens -= cost
    return 0
  }

  #forgetFull(nowMs: number): void {
    const fullAfterMs = (this.burst / this.perSecond) * 1000
    for (const [name, { atMs }] of this.#buckets) if (nowMs - atMs > fullAfterMs) this.#buckets.delete(name)
  }
}
