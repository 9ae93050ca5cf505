import * as Y from 'yjs'

/** Nothing is painted more often. */
const FRAME_MS = 16

/**
 * Lets the edits of others into the document. A lone one comes in at once; of a burst, as when a whole room writes, those
 * of a frame come in together: one transaction, one look through the board and one write to the browser's copy for all.
 */
export class Bursts {
  readonly #waiting: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastMs = -Infinity

  constructor(
    private readonly doc: Y.Doc,
    private readonly origin: unknown,
  ) {}

  /** Takes an update (Yjs, version 1); it is in the document within a frame. */
  take(update: Uint8Array): void {
    this.#waiting.push(update)
    if (this.#timer !== undefined) return
    const restMs = this.#lastMs + FRAME_MS - performance.now()
    if (restMs <= 0) this.flush()
    else this.#timer = setTimeout(() => this.flush(), restMs)
  }

  /** Lets in what waits, in the order in which it came: before anything else that the server says, and before the end. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length === 0) return
    try {
      Y.transact(this.doc, () => this.#apply(), this.origin, false)
    } finally {
      this.#lastMs = performance.now()
    }
  }

  /** One that cannot be read is thrown out, and with it nothing that came after. */
  #apply(): void {
    for (let update = this.#waiting.shift(); update !== undefined; update = this.#waiting.shift())
      Y.applyUpdate(this.doc, update, this.origin)
  }
}
