import { openCard } from '../components/panels/open-card.ts'
import { m } from '../paraglide/messages.js'
import { onlyCard, type Action } from './action.ts'

/** Opens a card's panel where a comment is written. */
export const comment: Action = {
  id: 'comment',
  group: 'edit',
  label: m.comment_act,
  shortcuts: [{ key: 'K', shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && onlyCard(session, cards) !== null,
  run(session, cards) {
    const only = onlyCard(session, cards)
    if (only !== null) openCard(session, only, { field: 'comment' })
  },
}

/** All conversations about cards, those that are open first. */
export const comments: Action = {
  id: 'comments',
  group: 'find',
  label: m.comments,
  shortcuts: [],
  everywhere: true,
  enabled: () => true,
  run: (session) => void (session.asked = { window: 'comments' }),
}
