/** Does something once nothing has happened for a while. */
export class Idle {
  #timer: NodeJS.Timeout | null = null

  constructor(
    private readonly waitMs: number,
    private readonly run: () => void,
  ) {}

  /** Something happened: the waiting begins anew. */
  touch(): void {
    if (this.#timer) this.#timer.refresh()
    else
      this.#timer = setTimeout(() => {
        this.#timer = null
        this.run()
      }, this.waitMs).unref()
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
