import { duplicateLinked as putLinked } from '../../shared/board/commands/duplicate-linked.ts'
import { putPieces } from '../../shared/board/commands/put-pieces.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { cardsOf, type Action } from './action.ts'
import { arrive } from './arrive.ts'
import { chosenPieces } from './chosen-pieces.ts'

const STEP = 24

/** Copies cards a step aside, with what their frames hold and the links among them, as one step of undo. */
export const duplicate: Action = {
  id: 'duplicate',
  group: 'edit',
  label: m.canvas_duplicate,
  shortcuts: [{ key: 'd', ctrl: true, shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 0,
  run: (session, cards) => put(session, putPieces, cards),
}

/** The same, and each copy stays joined to what its original is joined to. */
export const duplicateLinked: Action = {
  id: 'duplicateLinked',
  group: 'edit',
  label: m.find_duplicate_linked,
  shortcuts: [{ key: 'd', ctrl: true, shift: true }],
  ofCards: true,
  enabled: (session, cards) =>
    session.canWrite && cardsOf(session, cards).some((id) => session.board.linksOf(id).size > 0),
  run: (session, cards) => put(session, putLinked, cards),
}

function put(session: BoardSession, command: typeof putLinked, cards?: readonly CardId[]): void {
  const pieces = chosenPieces(session, cardsOf(session, cards))
  const copies = session.act((doc) => command(doc, pieces, [STEP, STEP]))
  if (copies === null) session.tools.say(m.canvas_board_full(), 'trouble')
  if (!copies) return
  arrive(session, copies.values())
  session.tools.say(m.canvas_duplicated({ count: copies.size }))
}
