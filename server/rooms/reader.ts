const KB = 1024
/** Unread bytes from which a reader gets no presence, … */
const PRESENCE_BYTES = 256 * KB
/** … no edits either, but one diff once it has caught up, … */
const LAG_BYTES = 1024 * KB
/** … and is sent away. */
const STUCK_BYTES = 4096 * KB
/** How long a reader may lag, and how much longer for what it still has to read, at this pace. */
const PATIENCE_MS = 30_000
const BYTES_PER_MS = 32

/** Where a reader stopped being told of edits. */
export interface Lag {
  /** What it has, or will have when it has read what waits for it. */
  readonly stateVector: Uint8Array
  readonly sinceMs: number
}

/** How well one connection keeps up: what it is not sent costs no memory. */
export class Reader {
  lag: Lag | null = null
  /** Bytes of whole boards among those that wait: the size of a board is not the reader's fault. */
  #allowance = 0

  constructor(private readonly connection: { bufferedBytes(): number }) {}

  get isQuick(): boolean {
    return this.lag === null && this.connection.bufferedBytes() <= PRESENCE_BYTES
  }

  get isBehind(): boolean {
    return this.connection.bufferedBytes() > LAG_BYTES
  }

  get isStuck(): boolean {
    return this.connection.bufferedBytes() > STUCK_BYTES + this.#allowance
  }

  get isDrained(): boolean {
    return this.connection.bufferedBytes() <= PRESENCE_BYTES
  }

  /** Expects it to read a board, or a diff, of so many bytes. */
  allow(bytes: number): void {
    this.#allowance = this.isDrained ? bytes : this.#allowance + bytes
  }

  /** Whether it has lagged for longer than anybody needs who still reads. */
  hasGivenUp(nowMs: number): boolean {
    if (!this.lag) return false
    return nowMs - this.lag.sinceMs > PATIENCE_MS + this.connection.bufferedBytes() / BYTES_PER_MS
  }
}
