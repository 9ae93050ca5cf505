/** Does something soon after it was asked for: at once when it was quiet, else at the next tick, once for all who asked. */
export class Tick {
  #timer: NodeJS.Timeout | null = null
  #lastMs = -Infinity

  constructor(
    private readonly everyMs: number,
    private readonly run: () => void,
  ) {}

  ask(): void {
    if (this.#timer) return
    const waitMs = Math.max(0, this.#lastMs + this.everyMs - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#lastMs = performance.now()
      this.run()
    }, waitMs)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
