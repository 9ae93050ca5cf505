import * as Y from 'yjs'
import { LOCAL } from '../../shared/board/origin.ts'
import { cardsOf, commentsOf, headerOf, linksOf } from '../../shared/board/schema.ts'

/** Words typed without a pause are undone together. */
const TYPED_TOGETHER_MS = 600

/** Undo and redo of one's own acts only: what colleagues do is never in these stacks. */
export class Undo {
  readonly #manager: Y.UndoManager
  #canUndo = $state.raw(false)
  #canRedo = $state.raw(false)
  /** Until the commands that were asked for have come. */
  #turn = $state.raw<Promise<void> | null>(null)

  /** Undoes what would erase what colleagues wrote; it comes after the first picture of the board. */
  spare: ((doc: Y.Doc, manager: Y.UndoManager) => boolean) | undefined

  constructor(private readonly doc: Y.Doc) {
    this.#manager = new Y.UndoManager([cardsOf(doc), linksOf(doc), commentsOf(doc), headerOf(doc)], {
      doc,
      trackedOrigins: new Set([LOCAL]),
      captureTimeout: TYPED_TOGETHER_MS,
    })
    const tell = (): void => {
      this.#canUndo = this.#manager.undoStack.length > 0
      this.#canRedo = this.#manager.redoStack.length > 0
    }
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.#manager.on(event, tell)
  }

  get canUndo(): boolean {
    return this.#canUndo || this.#turn !== null
  }

  get canRedo(): boolean {
    return this.#canRedo || this.#turn !== null
  }

  undo(): void {
    this.#inTurn(() => {
      if (!this.spare?.(this.doc, this.#manager)) this.#manager.undo()
    })
  }

  redo(): void {
    this.#inTurn(() => this.#manager.redo())
  }

  /**
   * A command whose part of the page is still on its way: to undo and to redo, asked for after it, come after it. Resolves
   * when it is done, or has failed.
   */
  after(command: Promise<void>): Promise<void> {
    const turn = Promise.allSettled([this.#turn, command]).then(() => {
      if (this.#turn === turn) this.#turn = null
    })
    this.#turn = turn
    return turn
  }

  #inTurn(run: () => void): void {
    if (this.#turn === null) run()
    else void this.#turn.then(run)
  }

  /** Begins a new step: what follows is undone on its own. Typing does not call it, so that words are one step. */
  step(): void {
    this.#manager.stopCapturing()
  }

  /** What `run` writes is one step, however long it takes. */
  async asOne(run: () => Promise<void>): Promise<void> {
    this.step()
    this.#manager.captureTimeout = Infinity
    try {
      await run()
    } finally {
      this.#manager.captureTimeout = TYPED_TOGETHER_MS
      this.step()
    }
  }

  close(): void {
    this.#manager.destroy()
  }
}
