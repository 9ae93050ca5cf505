import { Camera } from '../board/camera.svelte.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { PastBoard } from '../session/past-board.svelte.ts'
import { askMoment } from './history-api.ts'
import { whyOf } from '../why.ts'

/** A moment of the board, read and ready to be drawn. */
export interface PastMoment {
  readonly seq: number
  /** ISO moment. */
  readonly at: string
  readonly scene: PastBoard
}

/** While a slider moves, the moment it passes is asked for when it rests so long. */
const REST_MS = 140

/** Looking at the board as it was: which moment is wanted, and the last that came. */
export class Past {
  #wanted = $state.raw<number | null>(null)
  #moment = $state.raw<PastMoment | null>(null)
  #trouble = $state.raw<string | null>(null)
  readonly #camera = new Camera()
  #asking: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly session: BoardSession) {}

  /** The record after which the board is looked at; null: today. */
  get wanted(): number | null {
    return this.#wanted
  }

  /** What is shown: the wanted moment, or the one before it while that is on its way. */
  get moment(): PastMoment | null {
    return this.#moment
  }

  get isLoading(): boolean {
    return this.#wanted !== null && this.#trouble === null && this.#moment?.seq !== this.#wanted
  }

  get trouble(): string | null {
    return this.#trouble
  }

  look(seq: number): void {
    this.#wanted = seq
    clearTimeout(this.#timer)
    void this.#ask(seq)
  }

  /** Goes through moments quickly: only where it rests the board is asked for. */
  slide(seq: number): void {
    this.#wanted = seq
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(seq), REST_MS)
  }

  /** Back to today. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.#asking = null
    this.#wanted = null
    this.#trouble = null
    this.#moment?.scene.close()
    this.#moment = null
  }

  async #ask(seq: number): Promise<void> {
    this.#asking?.abort()
    const asking = (this.#asking = new AbortController())
    this.#trouble = null
    try {
      const { at, state } = await askMoment(this.session, seq, asking.signal)
      if (asking.signal.aborted) return
      const scene = new PastBoard(state, this.#camera, this.session.authors)
      const before = this.#moment?.scene
      // What one looks at stays chosen from moment to moment.
      if (before) scene.selection.choose(before.selection.cards)
      this.#moment = { seq, at, scene }
      before?.close()
    } catch (error) {
      if (asking.signal.aborted) return
      this.#trouble = whyOf(error)
    }
  }
}
