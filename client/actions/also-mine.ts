import { m } from '../paraglide/messages.js'
import { onlyCard, type Action } from './action.ts'

/** Says that a need is one's own too, or takes it back; who proposed it has said so already. */
export const alsoMine: Action = {
  id: 'alsoMine',
  group: 'join',
  label: m.also_mine,
  shortcuts: [],
  ofCards: true,
  enabled(session, cards) {
    const only = onlyCard(session, cards)
    if (only === null || session.role === 'viewer' || session.board.card(only)?.kind !== 'need') return false
    return session.alsoMine.maySay && !session.alsoMine.of(only).own
  },
  run(session, cards) {
    const only = onlyCard(session, cards)
    if (only === null) return
    void session.alsoMine.say(only, !session.alsoMine.of(only).mine).then((refused) => {
      if (refused !== null) session.tools.say(refused, 'trouble')
    })
  },
}
