import type { Point } from '../../shared/board/card.ts'
import { resizeFrame } from '../../shared/board/commands/move-cards.ts'
import { FRAME_MIN_SIZE } from '../../shared/board/schema.ts'
import { boxOf, type Box } from '../../shared/geometry/box.ts'
import { cornerGuides, snapCorner } from '../../shared/geometry/snap.ts'
import type { CardId } from '../../shared/ids.ts'
import { cornerPoint, type Corner } from '../board/hit.ts'
import { neighboursOf, snapReach } from './neighbours.ts'
import type { Desk, Drag } from './tool.ts'

/**
 * Gives a frame a new size by one of its corners, in line with its neighbours; the opposite corner stays, and what lies in
 * it does not move. Ctrl switches the snapping off.
 */
export function resizeDrag(desk: Desk, id: CardId, corner: Corner, from: Point): Drag | null {
  const frame = desk.board.card(id)
  if (!frame) return null
  const start = boxOf(frame)
  let box = start
  const end = (): void => void (desk.tools.sketch = {})
  return {
    move(to, keys) {
      const wanted: Point = [to[0] - from[0], to[1] - from[1]]
      const [x, y] = cornerPoint(start, corner)
      const others = keys.ctrl ? [] : neighboursOf(desk, resized(start, corner, wanted), new Set([id]), true)
      const by = snapCorner([x + wanted[0], y + wanted[1]], others, snapReach(desk))
      box = resized(start, corner, [wanted[0] + by[0], wanted[1] + by[1]])
      desk.tools.sketch = {
        resized: { id, box },
        guides: cornerGuides(box, cornerPoint(box, corner), others),
      }
    },
    drop() {
      end()
      if (box !== start) desk.act((doc) => resizeFrame(doc, id, [box.x, box.y], [box.width, box.height]))
    },
    cancel: end,
  }
}

/** A box whose corner was moved by so much, never smaller than a frame may be. */
export function resized(start: Box, corner: Corner, [dx, dy]: Point): Box {
  const fromLeft = corner.endsWith('Left')
  const fromTop = corner.startsWith('top')
  const width = Math.max(FRAME_MIN_SIZE[0], Math.round(start.width + (fromLeft ? -dx : dx)))
  const height = Math.max(FRAME_MIN_SIZE[1], Math.round(start.height + (fromTop ? -dy : dy)))
  return {
    x: fromLeft ? start.x + start.width - width : start.x,
    y: fromTop ? start.y + start.height - height : start.y,
    width,
    height,
  }
}
