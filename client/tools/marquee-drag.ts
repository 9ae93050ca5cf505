import type { Point } from '../../shared/board/card.ts'
import { contains, type Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Desk, Drag, Keys } from './tool.ts'

/** Chooses every card the rectangle touches, and every frame it holds whole. Shift adds to what is chosen. */
export function marqueeDrag(desk: Desk, from: Point, keys: Keys): Drag {
  const before: readonly CardId[] = keys.shift ? [...desk.selection.cards] : []
  return {
    move(to) {
      const marquee = boxBetween(from, to)
      desk.tools.sketch = { marquee }
      desk.selection.choose([...before, ...within(desk, marquee)])
    },
    drop() {
      desk.tools.sketch = {}
    },
    cancel() {
      desk.tools.sketch = {}
      desk.selection.choose(before)
    },
  }
}

export const boxBetween = ([ax, ay]: Point, [bx, by]: Point): Box => ({
  x: Math.min(ax, bx),
  y: Math.min(ay, by),
  width: Math.abs(ax - bx),
  height: Math.abs(ay - by),
})

function within({ index }: Pick<Desk, 'index'>, marquee: Box): CardId[] {
  const frames = index.frames.query(marquee).filter((id) => {
    const box = index.frames.box(id)
    return box !== null && contains(marquee, box)
  })
  return [...index.cards.query(marquee), ...frames]
}
