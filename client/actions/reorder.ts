import { moveCards } from '../../shared/board/commands/move-cards.ts'
import { reorderMoves } from '../../shared/board/commands/reorder-card.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { onlyCard, type Action } from './action.ts'

const reorder = (id: string, label: () => string, key: string, step: -1 | 1): Action => ({
  id,
  group: 'arrange',
  label,
  shortcuts: [{ key, alt: true, shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && movesOf(session, cards, step).length > 0,
  run(session, cards) {
    const moves = movesOf(session, cards, step)
    session.act((doc) => moveCards(doc, moves))
  },
})

/** Changes the order in which a card is read among its like, one place at a time. */
export const earlier = reorder('earlier', m.find_earlier, 'ArrowUp', -1)
export const later = reorder('later', m.find_later, 'ArrowDown', 1)

function movesOf(session: BoardSession, cards: readonly CardId[] | undefined, step: -1 | 1) {
  const id = onlyCard(session, cards)
  if (id === null) return []
  const plain = new Map([...session.board.cards].map(([one, view]) => [one, view.card]))
  return reorderMoves({ cards: plain }, id, step)
}
