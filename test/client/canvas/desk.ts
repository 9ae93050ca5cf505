import type * as Y from 'yjs'
import { BoardIndex } from '../../../client/board/board-index.ts'
import { BoardView } from '../../../client/board/board-view.svelte.ts'
import { Camera } from '../../../client/board/camera.svelte.ts'
import { Selection } from '../../../client/board/selection.svelte.ts'
import type { PersonState } from '../../../client/board/presence.svelte.ts'
import type { Desk, Keys, Press } from '../../../client/tools/tool.ts'
import { Toolbox } from '../../../client/tools/toolbox.svelte.ts'
import type { Point } from '../../../shared/board/card.ts'
import type { Hit } from '../../../client/board/hit.ts'
import { aBoard, type BoardSpec } from '../../builders/a-board.ts'

export interface TestDesk extends Desk {
  readonly doc: Y.Doc
  /** What others were told, in order. */
  readonly told: readonly Partial<PersonState>[]
  /** How many commands were run: one drop must be one. */
  readonly acts: () => number
}

/** An open board without a network: the product's own parts on a real document. */
export function aDesk(spec: BoardSpec = {}, { canWrite = true } = {}): TestDesk {
  const { doc } = aBoard(spec)
  const board = new BoardView(doc)
  const camera = new Camera()
  camera.viewport = { width: 1440, height: 900 }
  const told: Partial<PersonState>[] = []
  let acts = 0
  return {
    doc,
    told,
    acts: () => acts,
    board,
    index: new BoardIndex(board),
    camera,
    selection: new Selection(),
    presence: { tell: (part) => void told.push(part) },
    tools: new Toolbox(),
    canWrite,
    act(command) {
      if (!canWrite) return undefined
      acts++
      return command(doc)
    },
  }
}

export const NO_KEYS: Keys = { shift: false, alt: false, ctrl: false }
/** Ctrl switches snapping off: for tests that speak of exact places. */
export const CTRL: Keys = { ...NO_KEYS, ctrl: true }

export const press = (at: Point, hit: Hit, keys = NO_KEYS, touch = false): Press => ({
  at,
  screen: at,
  hit,
  keys,
  touch,
})
