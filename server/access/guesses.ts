import { Pace } from './pace.ts'

/** Wrong keys from one address: so many at once, and then one a second. */
const WRONG = { perSecond: 1, burst: 60 }
const TRUSTED_FOR_MS = 12 * 3600_000
const MOST_TRUSTED = 20_000

/**
 * Slows down who tries keys. From an address with too many wrong ones, no key is looked at any more but those that were
 * good from there before: so the phones of a room go on with their link while somebody among them guesses.
 */
export class Guesses {
  readonly #wrong: Pace
  /** When an address last came with a good key; the longest ago first. */
  readonly #trusted = new Map<string, number>()

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#wrong = new Pace(WRONG.perSecond, WRONG.burst, now)
  }

  /** How many milliseconds this key (by its hash) must not be looked at from this address; 0 for at once. */
  waitMs(address: string, keyHash: string): number {
    const since = this.#trusted.get(`${address} ${keyHash}`)
    if (since !== undefined && this.now() - since < TRUSTED_FOR_MS) return 0
    return this.#wrong.waitMs(address)
  }

  wrong(address: string): void {
    this.#wrong.take(address)
  }

  right(address: string, keyHash: string): void {
    const pair = `${address} ${keyHash}`
    this.#trusted.delete(pair)
    this.#trusted.set(pair, this.now())
    const [oldest] = this.#trusted.keys()
    if (this.#trusted.size > MOST_TRUSTED && oldest !== undefined) this.#trusted.delete(oldest)
  }
}
