import { putDown } from '../../actions/put-down.ts'
import { showPlaced } from '../../actions/show-placed.ts'
import { CARD_KINDS, type CardKind, type Size } from '../../../shared/board/card.ts'
import { pasteLines } from '../../../shared/board/commands/paste-lines.ts'
import { isTable } from '../../../shared/board/is-table.ts'
import { CARD_SIZE, LIMITS } from '../../../shared/board/schema.ts'
import { pastedWords } from '../../board/pasted-words.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { freeSpot } from '../../tools/placing.ts'

/** As `pasteLines` lays them out. */
const ROWS = 6
const GAP = 24

/** Puts down the cards that were copied on a table, else makes some of the text. */
export function pasteAny(session: BoardSession, cards: string, text: string): void {
  if (!putDown(session, cards)) pasteText(session, text)
}

/**
 * Makes a card of each pasted line, of the kind in hand or else needs, where there is room near the mouse or the middle of
 * the view, and tells how many came and what was left out. Of cells of a spreadsheet it is asked what they are.
 */
function pasteText(session: BoardSession, text: string): void {
  if (!session.canWrite || text.trim() === '') return
  if (isTable(text)) {
    session.asked = { window: 'pastedTable', text }
    return
  }
  const { camera, index, tools } = session
  const { view } = camera
  const lines = Math.min(LIMITS.pastedLines, text.trim().split(/\n/).length)
  const [columns, rows] = [Math.ceil(lines / ROWS), Math.min(lines, ROWS)]
  const size: Size = [columns * (CARD_SIZE[0] + GAP) - GAP, rows * (CARD_SIZE[1] + GAP) - GAP]
  const [x, y] = tools.pointer ?? [view.x + view.width / 2, view.y + view.height / 2]
  const [left, top] = freeSpot(index, [x - size[0] / 2, y - size[1] / 2], size)
  const pasted = session.act((doc) =>
    pasteLines(doc, text, kindInHand(session), [Math.round(left), Math.round(top)]),
  )
  if (!pasted) return
  session.selection.choose(pasted.ids)
  showPlaced(session, { x: left, y: top, width: size[0], height: size[1] })
  tools.say(pastedWords(pasted), pasted.left.length > 0 ? 'trouble' : 'plain')
}

function kindInHand({ tools }: BoardSession): CardKind {
  const kind = tools.armed.tool === 'card' ? tools.armed.blank.kind : 'need'
  return CARD_KINDS.find((one) => one === kind) ?? 'need'
}
