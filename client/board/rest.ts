/**
 * Calls back when nothing has happened for `ms` milliseconds. However often something happens there is one timer: setting
 * one anew each time is dear where things happen hundreds of times a second.
 */
export class Rest {
  #last = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly ms: number,
    private readonly then: () => void,
  ) {}

  /** Whether something happened that has not been followed by a rest yet. */
  get isAwaited(): boolean {
    return this.#timer !== undefined
  }

  /** Says that something happens. */
  disturb(): void {
    this.#last = performance.now()
    this.#timer ??= setTimeout(() => this.#look(), this.ms)
  }

  /** Calls nobody any more. */
  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #look(): void {
    const left = this.#last + this.ms - performance.now()
    this.#timer = left >= 1 ? setTimeout(() => this.#look(), left) : undefined
    if (this.#timer === undefined) this.then()
  }
}
