import { SvelteMap } from 'svelte/reactivity'
import * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import type { CardId } from '../../shared/ids.ts'
import { BoardIndex } from '../board/board-index.ts'
import { BoardView } from '../board/board-view.svelte.ts'
import { Camera } from '../board/camera.svelte.ts'
import { Selection } from '../board/selection.svelte.ts'
import { Talk } from '../board/talk.svelte.ts'
import { UNFILTERED } from '../find/filters.svelte.ts'
import { PlanView } from '../plan/plan-view.svelte.ts'
import { Toolbox } from '../tools/toolbox.svelte.ts'
import type { AuthorOf } from './board-session.svelte.ts'
import type { Scene } from './scene.ts'

/** The cards and links of a moment, when they are only read. Throws when the bytes are not a board. */
export function boardAt(state: Uint8Array): Board {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const board = boardOf(doc)
  doc.destroy()
  return board
}

/**
 * The board as it was at a moment: a document of its own that nobody writes, so that the canvas draws it as it draws the
 * open board. Going from one moment to the next keeps the camera, so that the eye stays where it is.
 */
export class PastBoard implements Scene {
  readonly #doc = new Y.Doc()
  readonly board: BoardView
  readonly index: BoardIndex
  readonly plan: PlanView
  readonly talk: Talk
  readonly selection = new Selection()
  readonly tools = new Toolbox()
  readonly filters = UNFILTERED
  /** `state` is the whole board as one Yjs update (v1). Throws when the bytes are not one. */
  constructor(
    state: Uint8Array,
    readonly camera: Camera = new Camera(),
    readonly authors: SvelteMap<CardId, AuthorOf> = new SvelteMap(),
  ) {
    Y.applyUpdate(this.#doc, state)
    this.board = new BoardView(this.#doc)
    this.index = new BoardIndex(this.board)
    this.plan = new PlanView(this.#doc)
    this.talk = new Talk(this.#doc)
  }

  close(): void {
    this.plan.close()
    this.talk.close()
    this.index.close()
    this.board.close()
    this.#doc.destroy()
  }
}
