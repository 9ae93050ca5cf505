import type { Size } from '../../shared/board/card.ts'
import { putPieces } from '../../shared/board/commands/put-pieces.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { readPieces, writePieces, type Pieces } from '../../shared/board/pieces.ts'
import { around, boxOf, contains } from '../../shared/geometry/box.ts'
import { m } from '../paraglide/messages.js'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { freeSpot } from '../tools/placing.ts'
import { cardsOf, type Action } from './action.ts'
import { arrive } from './arrive.ts'
import { chosenPieces } from './chosen-pieces.ts'

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

/** Puts down the cards that a clipboard holds; false when it holds none. */
export function pasteFrom(session: BoardSession, clipboard: DataTransfer): boolean {
  const pieces = readPieces(clipboard.getData(TYPE))
  if (pieces) put(session, pieces)
  return pieces !== null
}

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
    const pieces = kept === null ? null : readPieces(kept)
    if (pieces) put(session, pieces)
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

/** Near the mouse or the middle of the view, where there is room. */
function put(session: BoardSession, pieces: Pieces): void {
  const { camera, index, tools } = session
  const box = around(pieces.cards.map(boxOf))
  if (!session.canWrite || !box) return
  const { view } = camera
  const size: Size = [box.width, box.height]
  const [x, y] = tools.pointer ?? [view.x + view.width / 2, view.y + view.height / 2]
  const [left, top] = freeSpot(index, [x - size[0] / 2, y - size[1] / 2], size)
  const copies = session.act((doc) => putPieces(doc, pieces, [left - box.x, top - box.y]))
  if (copies === null) tools.say(m.canvas_board_full(), 'trouble')
  if (!copies) return
  arrive(session, copies.values())
  const placed = { ...box, x: left, y: top }
  if (session.view === 'board' && !contains(view, placed)) camera.fit(placed)
  tools.say(m.canvas_pasted({ count: copies.size }))
}
