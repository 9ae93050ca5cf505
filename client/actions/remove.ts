import { unlink } from '../../shared/board/commands/link-cards.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { m } from '../paraglide/messages.js'
import { cardsOf, type Action } from './action.ts'

/** Puts cards in the trash, or takes the chosen link away. Undo brings either back. */
export const remove: Action = {
  id: 'remove',
  group: 'edit',
  label: m.canvas_remove,
  shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
  ofCards: true,
  enabled: (session, cards) =>
    session.canWrite && (cardsOf(session, cards).length > 0 || (!cards && session.selection.link !== null)),
  run(session, cards) {
    const { selection, tools } = session
    const link = cards ? null : selection.link
    const ids = cardsOf(session, cards)
    if (link !== null) {
      session.act((doc) => unlink(doc, [link]))
      tools.say(m.canvas_link_removed())
    } else {
      session.act((doc) => trashCards(doc, ids))
      tools.say(m.canvas_removed({ count: ids.length }))
    }
    selection.choose([...selection.cards].filter((id) => !ids.includes(id)))
  },
}
