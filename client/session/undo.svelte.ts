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
    return this.#canUndo
  }

  get canRedo(): boolean {
    return this.#canRedo
  }

  undo(): void {
    if (!this.spare?.(this.doc, this.#manager)) this.#manager.undo()
  }

  redo(): void {
    this.#manager.redo()
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
