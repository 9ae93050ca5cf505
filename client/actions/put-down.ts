import type { Size } from '../../shared/board/card.ts'
import { putPieces } from '../../shared/board/commands/put-pieces.ts'
import { readPieces, type Pieces } from '../../shared/board/pieces.ts'
import { around, boxOf } from '../../shared/geometry/box.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { freeSpot } from '../tools/placing.ts'
import { arrive } from './arrive.ts'
import { showPlaced } from './show-placed.ts'

/** Puts down cards as they were copied, near the mouse or the middle of the view, where there is room; false when it is none. */
export function putDown(session: BoardSession, written: string): boolean {
  const pieces = readPieces(written)
  if (pieces) put(session, pieces)
  return pieces !== null
}

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
  if (session.view === 'board') showPlaced(session, placed)
  tools.say(m.canvas_pasted({ count: copies.size }))
}
