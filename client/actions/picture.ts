import { m } from '../paraglide/messages.js'
import { cardsOf, type Action } from './action.ts'

/** The board, or the chosen cards, as a picture to keep or a sheet to print. */
export const picture: Action = {
  id: 'picture',
  group: 'edit',
  label: m.picture_open,
  shortcuts: [],
  ofCards: true,
  enabled: ({ board }) => board.cards.size > 0,
  run: (session, cards) => void (session.asked = { window: 'picture', cards: cardsOf(session, cards) }),
}
