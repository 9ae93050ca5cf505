import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { writePieces } from '../../shared/board/pieces.ts'
import { m } from '../paraglide/messages.js'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { cardsOf, type Action } from './action.ts'
import { chosenPieces } from './chosen-pieces.ts'
import { putAndLay, withPart } from './with-part.ts'

/** Between two tables of this browser, whole; other programs get the titles as lines. */
const TYPE = 'application/x-tavolo-cards'
/** What was copied last in this tab: for who has no keyboard, because a page may not read the clipboard by itself. */
let kept: string | null = null

/** Puts the chosen cards into the clipboard of a copy event; false when nothing is chosen. */
export function copyTo(session: BoardSession, clipboard: DataTransfer): boolean {
  const pieces = chosenPieces(session, session.selection.cards)
  if (pieces.cards.length === 0) return false
  kept = writePieces(pieces)
  clipboard.setData(TYPE, kept)
  clipboard.setData('text/plain', pieces.cards.map(({ title }) => title || m.untitled()).join('\n'))
  session.tools.say(m.canvas_copied({ count: pieces.cards.length }))
  return true
}

/** Of what a clipboard holds, the cards, as they were written; empty when it holds none. */
export const cardsFrom = (clipboard: DataTransfer): string => clipboard.getData(TYPE)

export const copy: Action = {
  id: 'copy',
  group: 'edit',
  label: m.canvas_copy,
  shortcuts: [{ key: 'c', ctrl: true }],
  isNative: true,
  ofCards: true,
  enabled: (session, cards) => cardsOf(session, cards).length > 0,
  run: keep,
}

export const cut: Action = {
  id: 'cut',
  group: 'edit',
  label: m.canvas_cut,
  shortcuts: [{ key: 'x', ctrl: true }],
  isNative: true,
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 0,
  run(session, cards) {
    keep(session, cards)
    removeCut(session, cards)
  },
}

export const paste: Action = {
  id: 'paste',
  group: 'edit',
  label: m.canvas_paste,
  shortcuts: [{ key: 'v', ctrl: true }],
  isNative: true,
  enabled: ({ canWrite }) => canWrite && kept !== null,
  run(session) {
    const written = kept ?? ''
    withPart(session, putAndLay, ({ putDown }) => putDown(session, written))
  },
}

/** What was cut goes to the trash, from where it can come back. */
export function removeCut(session: BoardSession, cards?: readonly CardId[]): void {
  const ids = cardsOf(session, cards)
  session.act((doc) => trashCards(doc, ids))
  session.selection.choose([...session.selection.cards].filter((id) => !ids.includes(id)))
}

function keep(session: BoardSession, cards?: readonly CardId[]): void {
  const pieces = chosenPieces(session, cardsOf(session, cards))
  kept = writePieces(pieces)
  session.tools.say(m.canvas_copied({ count: pieces.cards.length }))
}
