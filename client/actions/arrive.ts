import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** Brings what was just made to the hand: chosen on the canvas, with the focus in its row elsewhere. */
export function arrive(session: BoardSession, ids: Iterable<CardId>): void {
  if (session.view === 'board') session.selection.choose(ids)
  else session.tools.arrived = [...ids]
}
