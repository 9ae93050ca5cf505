import type { Point } from '../../shared/board/card.ts'
import { sidePoint } from '../../shared/geometry/link-path.ts'
import type { CardId } from '../../shared/ids.ts'
import { topmost } from '../board/hit.ts'
import { join, proposalFor } from './joining.ts'
import type { Desk, Drag } from './tool.ts'

/** Draws a line from one card to another and joins them where it is let go. */
export function linkDrag(desk: Desk, first: CardId, start: Point): Drag {
  let target: CardId | null = null
  let end = start
  const done = (): void => void (desk.tools.sketch = {})
  return {
    move(to) {
      end = to
      target = targetAt(desk, first, to)
      desk.tools.sketch = {
        line: { from: start, to: landing(desk, target, to), fits: fitsWith(desk, first, target) },
      }
    },
    drop() {
      done()
      if (target !== null) join(desk, first, target, screenPointOf(desk, end))
    },
    cancel: done,
  }
}

/** The card under a point that can be the other end. */
export function targetAt({ index, board, selection }: Desk, first: CardId, [x, y]: Point): CardId | null {
  const under = index.cards.query({ x, y, width: 0, height: 0 }).filter((id) => id !== first)
  return topmost(under, { board, chosen: selection }) ?? null
}

/** The line jumps to the nearest side of the card it points at, so that one sees which one is meant. */
export function landing({ index }: Desk, target: CardId | null, to: Point): Point {
  const box = target === null ? null : index.cards.box(target)
  if (!box) return to
  const [left, right] = [sidePoint(box, 'left'), sidePoint(box, 'right')]
  return to[0] < box.x + box.width / 2 ? left : right
}

function fitsWith({ board }: Desk, first: CardId, target: CardId | null): boolean | null {
  const [one, other] = [board.card(first), target === null ? undefined : board.card(target)]
  return one && other ? proposalFor(one, other).kind !== 'explain' : null
}

function screenPointOf({ camera }: Desk, [x, y]: Point): Point {
  const { x: left, y: top, zoom } = camera.state
  return [(x - left) * zoom, (y - top) * zoom]
}
