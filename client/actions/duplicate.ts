import { putPieces } from '../../shared/board/commands/put-pieces.ts'
import { m } from '../paraglide/messages.js'
import type { Action } from './action.ts'
import { chosenPieces } from './chosen-pieces.ts'

const STEP = 24

/** Copies the chosen cards a step aside, with what their frames hold and the links among them, as one step of undo. */
export const duplicate: Action = {
  id: 'duplicate',
  label: m.canvas_duplicate,
  shortcuts: [{ key: 'd', ctrl: true }],
  enabled: ({ canWrite, selection }) => canWrite && selection.cards.size > 0,
  run(session) {
    const pieces = chosenPieces(session)
    const copies = session.act((doc) => putPieces(doc, pieces, [STEP, STEP]))
    if (copies === null) session.tools.say(m.canvas_board_full(), 'trouble')
    if (!copies) return
    session.selection.choose(copies.values())
    session.tools.say(m.canvas_duplicated({ count: copies.size }))
  },
}
