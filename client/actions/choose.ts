import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import { onlyCard, type Action } from './action.ts'
import { arrive } from './arrive.ts'

export const selectAll: Action = {
  id: 'selectAll',
  group: 'edit',
  canvasOnly: true,
  label: m.canvas_select_all,
  shortcuts: [{ key: 'a', ctrl: true }],
  enabled: ({ board }) => board.cards.size > 0,
  run({ board, index, selection }) {
    selection.choose([...board.cards.keys()].filter((id: CardId) => index.box(id) !== null))
  },
}

/** Goes one step back: out of a question, then a tool, then the choice. */
export const escape: Action = {
  id: 'escape',
  group: 'edit',
  canvasOnly: true,
  label: m.canvas_escape,
  shortcuts: [{ key: 'Escape' }],
  enabled: () => true,
  run({ selection, tools }) {
    if (tools.question !== null) tools.question = null
    else if (tools.armed.tool !== 'select') tools.rest()
    else selection.clear()
  },
}

/** Opens the title of one card for typing. */
export const editTitle: Action = {
  id: 'editTitle',
  group: 'edit',
  label: m.canvas_edit_title,
  shortcuts: [{ key: 'Enter' }, { key: 'F2' }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && onlyCard(session, cards) !== null,
  run(session, cards) {
    const id = onlyCard(session, cards)
    if (id === null) return
    arrive(session, [id])
    if (session.view === 'board') session.selection.editing = id
  },
}
