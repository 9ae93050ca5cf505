import type { Board } from '../../board/board.ts'
import type { Card } from '../../board/card.ts'
import { tidied } from '../../board/commands/tidy-board.ts'
import type { Pieces } from '../../board/pieces.ts'

/**
 * Gives cards that come without a place one to be read at: needs, actions in their frames, axes, funds, then the others below.
 * Cards of one kind keep the order in which they came.
 */
export function laidOut({ cards, links }: Pieces): Pieces {
  const lined = cards.map((card, nth): Card => ({ ...card, at: [0, nth] }))
  const board: Board = {
    header: { title: '', programme: '', city: '' },
    cards: new Map(lined.map((card) => [card.id, card])),
    trash: new Map(),
    links: new Map(links.map((link) => [link.id, link])),
  }
  const places = new Map(tidied(board, 'flow').map((part) => [part.id, part]))
  return {
    cards: lined.map((card): Card => {
      const place = places.get(card.id)
      return place ? { ...card, at: place.at, ...(place.size && { size: place.size }) } : card
    }),
    links,
  }
}
