interface Bucket {
  tokens: number
  atMs: number
}

const FORGET_EVERY_MS = 60_000

/**
 * A generous limit per name (a key, a participant, an address): `burst` at once, then `perSecond`. Kept in memory alone,
 * and forgotten as soon as a name has all of its burst again.
 */
export class Pace {
  readonly #buckets = new Map<string, Bucket>()
  #forgotMs = 0

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How many names are remembered. */
  get size(): number {
    return this.#buckets.size
  }

  /** Takes `cost` for a name; returns how many milliseconds too early that is, 0 when it is in order. */
  take(name: string, cost = 1): number {
    const atMs = this.now()
    this.#forgetFull(atMs)
    const tokens = this.#tokens(name, atMs)
    const waitMs = this.#waitFor(tokens, cost)
    this.#buckets.set(name, { tokens: waitMs > 0 ? tokens : tokens - cost, atMs })
    return waitMs
  }

  /** What `take` would return, taking nothing. */
  waitMs(name: string, cost = 1): number {
    return this.#waitFor(this.#tokens(name, this.now()), cost)
  }

  #tokens(name: string, nowMs: number): number {
    const bucket = this.#buckets.get(name)
    if (!bucket) return this.burst
    return Math.min(this.burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * this.perSecond)
  }

  #waitFor(tokens: number, cost: number): number {
    return tokens >= cost ? 0 : Math.ceil(((cost - tokens) / this.perSecond) * 1000)
  }

  #forgetFull(nowMs: number): void {
    if (nowMs - this.#forgotMs < FORGET_EVERY_MS) return
    this.#forgotMs = nowMs
    for (const name of this.#buckets.keys())
      if (this.#tokens(name, nowMs) >= this.burst) this.#buckets.delete(name)
  }
}
