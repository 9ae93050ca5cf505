import type { BoardStore, NewRecord } from '../store/board-store.ts'

interface Waiting {
  readonly ticket: number
  readonly run: () => void
  readonly fail: (error: unknown) => void
}

/**
 * The queue of one board between "the document holds it" and "it is on disk". Whatever would let somebody know of an
 * edit (sending it, answering a state vector, acknowledging it, an HTTP answer) passes through here, so that nobody is
 * told of what a crash could still take away.
 */
export class Commits {
  #appended = 0
  #durable = 0
  #seq: number
  #waiting: Waiting[] = []
  #failure: { readonly error: unknown } | null = null

  /** `onFailure` is called once, when the store gave up a record: the document is then ahead of the disk. */
  constructor(
    private readonly store: Pick<BoardStore, 'append'>,
    seq: number,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.#seq = seq
  }

  /** Number of the last durable record of the board. */
  get seq(): number {
    return this.#seq
  }

  get isSettled(): boolean {
    return this.#durable === this.#appended
  }

  /** Hands a record to the store; `revealed` runs once it is durable, with its number, in the order of the calls. */
  append(record: NewRecord, revealed: (seq: number) => void): void {
    if (this.#failure) return
    this.#appended++
    this.store.append(record).then(
      ({ seq }) => {
        if (this.#failure) return
        this.#durable++
        this.#seq = seq
        revealed(seq)
        this.#release()
      },
      (error: unknown) => this.#fail(error),
    )
  }

  /** Runs when everything appended until now is durable: at once if it is, never after a failure. */
  whenDurable(run: () => void, fail: (error: unknown) => void = () => undefined): void {
    if (this.#failure) fail(this.#failure.error)
    else if (this.isSettled) run()
    else this.#waiting.push({ ticket: this.#appended, run, fail })
  }

  /** Resolves, with the number of the last record, when everything appended until now is durable; rejects when the store gave up. */
  settled(): Promise<number> {
    return new Promise((resolve, reject) => this.whenDurable(() => resolve(this.#seq), reject))
  }

  #release(): void {
    let ready = 0
    while ((this.#waiting[ready]?.ticket ?? Infinity) <= this.#durable) ready++
    for (const { run } of this.#waiting.splice(0, ready)) run()
  }

  #fail(error: unknown): void {
    if (this.#failure) return
    this.#failure = { error }
    for (const { fail } of this.#waiting.splice(0)) fail(error)
    this.onFailure(error)
  }
}
