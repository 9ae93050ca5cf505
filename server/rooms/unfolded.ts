import { Idle } from './idle.ts'
import type { LiveBoard } from './live-board.ts'

const MIB = 1024 * 1024

/** What is to be known of its room. */
export interface UnfoldedTools {
  /** Builds the document from the bytes. */
  readonly build: () => LiveBoard
  /** How long nobody must need the document before only the bytes are kept; longer for a large board, which takes long to build. */
  readonly foldMs: number
  /** About how large the board is, in bytes. */
  readonly stateBytes: () => number
  /** Makes the bytes hold all that the document holds, as far as they can. */
  readonly write: () => Promise<void>
  /** Whether the bytes hold all of it now. */
  readonly isWritten: () => boolean
}

/** The document of a board, there while somebody needs more of it than its bytes. */
export class Unfolded {
  #live: LiveBoard | null = null
  #usedMs = 0
  readonly #idle: Idle

  constructor(private readonly tools: UnfoldedTools) {
    this.#idle = new Idle(tools.foldMs, () => void this.#clearWhenDue())
  }

  /** The document, built now if there is none. */
  take(): LiveBoard {
    this.touch()
    this.#live ??= this.tools.build()
    return this.#live
  }

  /** The document if there is one. */
  get live(): LiveBoard | null {
    return this.#live
  }

  /** The document is in use: it is kept for a while. */
  touch(): void {
    this.#usedMs = performance.now()
    this.#idle.touch()
  }

  /** For how long nobody has needed the document, in milliseconds, counted less for a large board. */
  get idleMs(): number {
    return (performance.now() - this.#usedMs) / (1 + this.tools.stateBytes() / MIB)
  }

  /** Lets go of the document unless somebody has needed it within so many milliseconds, or needs it meanwhile. */
  async clear(unusedMs: number): Promise<void> {
    if (!this.#live || this.idleMs < unusedMs) return
    await this.tools.write()
    if (this.idleMs < unusedMs || !this.tools.isWritten()) return
    this.stop()
  }

  /** Lets go of timers and memory. */
  stop(): void {
    this.#idle.stop()
    this.#live?.destroy()
    this.#live = null
  }

  async #clearWhenDue(): Promise<void> {
    await this.clear(this.tools.foldMs)
    if (this.#live) this.#idle.touch()
  }
}
