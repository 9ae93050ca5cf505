import { around } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from './board-session.svelte.ts'

/** "Mostra": chooses the cards and brings them into view on the canvas, where the first takes the focus. */
export function showCards(session: BoardSession, ids: readonly CardId[]): void {
  const cards = ids.map((id) => session.board.card(id)).filter((card) => card !== undefined)
  session.view = 'board'
  session.selection.choose(cards.map((card) => card.id))
  session.tools.arrived = cards.slice(0, 1).map(({ id }) => session.index.endOf(id))
  // What a folded frame hides is where that is.
  const box = around(cards.flatMap(({ id }) => session.index.box(session.index.endOf(id)) ?? []))
  if (box) session.camera.fit(box, 160)
}
