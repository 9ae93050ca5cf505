import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { cardsOf, type Action } from './action.ts'
import { putAndLay, withPart } from './with-part.ts'

/** Copies cards a step aside, with what their frames hold and the links among them, as one step of undo. */
export const duplicate: Action = {
  id: 'duplicate',
  group: 'edit',
  label: m.canvas_duplicate,
  shortcuts: [{ key: 'd', ctrl: true, shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 0,
  run: (session, cards) => put(session, cards, false),
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
  run: (session, cards) => put(session, cards, true),
}

function put(session: BoardSession, cards: readonly CardId[] | undefined, linked: boolean): void {
  const ids = cardsOf(session, cards)
  withPart(session, putAndLay, ({ putCopies }) => putCopies(session, ids, linked))
}
