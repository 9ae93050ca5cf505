import type { Point } from '../../shared/board/card.ts'
import type { moveCards } from '../../shared/board/commands/move-cards.ts'
import type { BoardIndex } from '../board/board-index.ts'
import type { BoardView } from '../board/board-view.svelte.ts'
import type { Camera } from '../board/camera.svelte.ts'
import type { Hit } from '../board/hit.ts'
import type { Presence } from '../board/presence.svelte.ts'
import type { Selection } from '../board/selection.svelte.ts'
import type { Toolbox } from './toolbox.svelte.ts'

/** The document, which tools hand to commands and never look into. */
export type Doc = Parameters<typeof moveCards>[0]

/** What a tool may touch of an open board. */
export interface Desk {
  readonly board: BoardView
  readonly index: BoardIndex
  readonly camera: Camera
  readonly selection: Selection
  readonly presence: Pick<Presence, 'tell'>
  readonly tools: Toolbox
  readonly canWrite: boolean
  /** Runs one command as one undoable step; nothing when this person may not write. */
  act<T>(command: (doc: Doc) => T): T | undefined
}

export interface Keys {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean
}

/** A pointer that went down: where, on what, with which keys. */
export interface Press {
  readonly at: Point
  /** The same in pixels of the canvas. */
  readonly screen: Point
  readonly hit: Hit
  readonly keys: Keys
  readonly touch: boolean
}

/** What the pointer does. "Idle" is no drag; "dragging" is a `Drag`: a move without a start cannot be written. */
export interface Tool {
  readonly cursor: string
  click?(press: Press): void
  doubleClick?(press: Press): void
  /** Null: this drag moves the board. */
  drag?(press: Press): Drag | null
}

/** A drag under way. It closes over what it started from, and looks its cards up again when it ends. */
export interface Drag {
  move(to: Point, keys: Keys): void
  drop(): void
  /** Escape, a lost pointer, a second finger: everything is as before. */
  cancel(): void
}
