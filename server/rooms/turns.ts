/** What the parts of a turn cost, about (docs/adr/0012-turns-and-one-write.md). Counted, not clocked: a clock would count what others do. */
export const COST = {
  /** One socket written to. */
  writeMs: 0.012,
  /** One update looked at and applied. */
  editMs: 0.015,
} as const

/** After work of one millisecond, so long nobody's turn begins. */
const REST = 4
/** From one turn to the next at least so long: boards with little to do take it together, and share one sync of the disk. */
const APART_MS = 4
/** No turn waits longer than this, whatever there is to do. */
const LONGEST_MS = 40

/**
 * When boards take what was sent to them. At once while there is little to do; the more a turn costs (edits, and sockets
 * to tell of them), the later the next one, so that more edits share one transaction, one sync of the disk and one write
 * to each socket. One for all boards, because they share a processor.
 */
export class Turns {
  readonly #due = new Set<() => void>()
  #isAsked = false
  #notBeforeMs = 0
  #lastMs = -Infinity

  /** Runs `take` in the next turn, once however often it is asked. */
  ask(take: () => void): void {
    this.#due.add(take)
    if (this.#isAsked) return
    this.#isAsked = true
    const waitMs = Math.max(this.#notBeforeMs, this.#lastMs + APART_MS) - performance.now()
    if (waitMs > 0.5) setTimeout(this.#run, waitMs)
    else setImmediate(this.#run)
  }

  /** `take` need not run any more. */
  forget(take: () => void): void {
    this.#due.delete(take)
  }

  /** Tells what was done, in milliseconds as `COST` counts them. */
  spent(costMs: number): void {
    const nowMs = performance.now()
    const fromMs = Math.max(this.#notBeforeMs, nowMs)
    this.#notBeforeMs = Math.min(fromMs + REST * costMs, nowMs + LONGEST_MS)
  }

  readonly #run = (): void => {
    this.#isAsked = false
    this.#lastMs = performance.now()
    const due = [...this.#due]
    this.#due.clear()
    for (const take of due) take()
  }
}
