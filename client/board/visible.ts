import { contains, overlaps, type Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'

/** How much of the view's size is mounted beyond each of its edges. */
const PADDING = 0.25
/** When the view has become this much smaller than what was asked for, the rest is let go. */
const SHRUNK = 5

/** The part of the board to keep mounted for a view: the view and some room around it. */
export const padded = ({ x, y, width, height }: Box): Box => ({
  x: x - width * PADDING,
  y: y - height * PADDING,
  width: width * (1 + 2 * PADDING),
  height: height * (1 + 2 * PADDING),
})

/** Whether what was mounted for `area` no longer serves this view: it looks out of it, or sees only a little of it. */
export const isOutgrown = (area: Box, view: Box): boolean =>
  !contains(area, view) || area.width * area.height > SHRUNK * view.width * view.height

/**
 * The next step from what is mounted to what is wanted, of at most `budget` cards: what is missing comes first, those
 * nearest to the middle of the view before the others, then what is no longer wanted goes. A view full of new cards then
 * costs several short frames instead of a long one. The result is sorted, so that the order of the elements is stable; the
 * very same list comes back when there is nothing left to do.
 */
export function nextMounted(
  mounted: readonly CardId[],
  wanted: ReadonlySet<CardId>,
  distance: (id: CardId) => number,
  budget: number,
): readonly CardId[] {
  const there = new Set(mounted)
  const missing = [...wanted].filter((id) => !there.has(id))
  if (missing.length > 0) return [...mounted, ...nearest(missing, distance, budget)].sort()
  const going = new Set(mounted.filter((id) => !wanted.has(id)).slice(0, budget))
  return going.size === 0 ? mounted : mounted.filter((id) => !going.has(id))
}

function nearest(ids: readonly CardId[], distance: (id: CardId) => number, most: number): readonly CardId[] {
  if (ids.length <= most) return ids
  return ids
    .map((id) => ({ id, far: distance(id) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ id }) => id)
}

/** Whether any of these places is seen in the area: else a change elsewhere on the board costs no drawing. */
export const touches = (area: Box, boxes: readonly Box[]): boolean => boxes.some((box) => overlaps(area, box))
