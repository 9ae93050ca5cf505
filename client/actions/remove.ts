import { unlink } from '../../shared/board/commands/link-cards.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { m } from '../paraglide/messages.js'
import type { Action } from './action.ts'

/** Puts the chosen cards in the trash, or takes the chosen link away. Undo brings either back. */
export const remove: Action = {
  id: 'remove',
  label: m.canvas_remove,
  shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
  enabled: ({ canWrite, selection }) => canWrite && (selection.cards.size > 0 || selection.link !== null),
  run(session) {
    const { selection, tools } = session
    const { link } = selection
    if (link !== null) {
      session.act((doc) => unlink(doc, [link]))
      tools.say(m.canvas_link_removed())
    } else {
      const ids = [...selection.cards]
      session.act((doc) => trashCards(doc, ids))
      tools.say(m.canvas_removed({ count: ids.length }))
    }
    selection.clear()
  },
}
