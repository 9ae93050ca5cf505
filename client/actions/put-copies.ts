import { isFrame, type Card } from '../../shared/board/card.ts'
import { duplicateLinked } from '../../shared/board/commands/duplicate-linked.ts'
import { putPieces } from '../../shared/board/commands/put-pieces.ts'
import { boxOn } from '../../shared/board/folded.ts'
import type { Pieces } from '../../shared/board/pieces.ts'
import type { CardId } from '../../shared/ids.ts'
import { byHeight } from '../board/hit.ts'
import { rankOver } from '../board/rank-over.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { arrive } from './arrive.ts'
import { chosenPieces } from './chosen-pieces.ts'

const STEP = 24

/** Puts copies of cards a step aside; `linked`: each joined to what its original is joined to. */
export function putCopies(session: BoardSession, ids: readonly CardId[], linked: boolean): void {
  const pieces = onTop(session, chosenPieces(session, ids))
  const command = linked ? duplicateLinked : putPieces
  const copies = session.act((doc) => command(doc, pieces, [STEP, STEP]))
  if (copies === null) session.tools.say(m.canvas_board_full(), 'trouble')
  if (!copies) return
  arrive(session, copies.values())
  session.tools.say(m.canvas_duplicated({ count: copies.size }))
}

/** A step aside copies cover their originals: they lie on them, among themselves in the same order. */
function onTop(session: BoardSession, { cards, links }: Pieces): Pieces {
  const ranks = new Map<CardId, number>()
  for (const layer of ['cards', 'frames'] as const) {
    const all = cards.filter((card) => isFrame(card) === (layer === 'frames')).sort(byHeight)
    const boxes = all.map(boxOn).map((box) => ({ ...box, x: box.x + STEP, y: box.y + STEP }))
    const first = rankOver(session, layer, boxes)
    if (first !== undefined) all.forEach(({ id }, nth) => ranks.set(id, first + nth))
  }
  return { cards: cards.map((card) => ({ ...card, rank: ranks.get(card.id) ?? card.rank }) as Card), links }
}
