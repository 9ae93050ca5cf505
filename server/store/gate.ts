/** Lets many in together or one alone, in the order of arrival: loads read while nobody moves the files they read. */
export class Gate {
  readonly #inside = new Set<Promise<unknown>>()
  #lastAlone: Promise<unknown> = Promise.resolve()

  together<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#lastAlone.then(work)
    const settled: Promise<unknown> = run.catch(() => undefined).then(() => this.#inside.delete(settled))
    this.#inside.add(settled)
    return run
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const run = Promise.all([this.#lastAlone, ...this.#inside]).then(work)
    this.#lastAlone = run.catch(() => undefined)
    return run
  }
}
