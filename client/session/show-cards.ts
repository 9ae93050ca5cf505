import type { Card } from '../../shared/board/card.ts'
import { around } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import { kindLabel } from '../board/kinds.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from './board-session.svelte.ts'

/** "Mostra": chooses the cards and brings them into view on the canvas, where the first takes the focus. */
export function showCards(session: BoardSession, ids: readonly CardId[]): void {
  const cards = ids.map((id) => session.board.card(id)).filter((card) => card !== undefined)
  session.view = 'board'
  session.selection.choose(cards.map((card) => card.id))
  session.tools.arrived = cards.slice(0, 1).map(({ id }) => session.index.endOf(id))
  // What a folded frame hides is where that is.
  const box = around(cards.flatMap(({ id }) => session.index.box(session.index.endOf(id)) ?? []))
  if (box) session.camera.show(box, 160)
  sayWhatIsHidden(session, cards)
}

/**
 * A search opens no frame: all would see it open. Who was brought to one learns that the card is in it, and reads it beside.
 */
function sayWhatIsHidden({ index, board, tools }: BoardSession, cards: readonly Card[]): void {
  const hidden = cards.filter(({ id }) => index.endOf(id) !== id)
  const [first] = hidden
  const frame = first && board.card(index.endOf(first.id))
  if (!frame) return
  const words = {
    title: first.title.trim() || m.untitled(),
    frame: frame.title.trim() || kindLabel(frame.kind),
  }
  tools.say(hidden.length === 1 ? m.find_in_folded(words) : m.find_some_in_folded({ count: hidden.length }))
}
