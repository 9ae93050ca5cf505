import { overlaps, type Box } from '../../geometry/box.ts'
import type { Placed } from './flow.ts'

const GAP = 28

/**
 * The same layout clear of what keeps its place: a unit that would lie on it goes below it, and those under it in its column
 * make room. Without such boxes nothing moves.
 */
export function clearOf(placed: readonly Placed[], stays: readonly Box[]): readonly Placed[] {
  if (stays.length === 0) return placed
  const down = [...placed].sort((a, b) => a.at[1] - b.at[1])
  const settled = new Map<number, { right: number; bottom: number }>()
  return down.map(({ unit, at: [x, y] }) => {
    const [width, height] = unit.size
    let top = y
    for (const [left, column] of settled)
      if (left < x + width && x < column.right) top = Math.max(top, column.bottom + GAP)
    for (let under = blocking(stays, { x, y: top, width, height }); under !== null;)
      under = blocking(stays, { x, y: (top = under), width, height })
    const column = settled.get(x)
    settled.set(x, {
      right: Math.max(x + width, column?.right ?? 0),
      bottom: Math.max(top + height, column?.bottom ?? 0),
    })
    return { unit, at: [x, top] }
  })
}

/** Where a box comes clear of the lowest of those that it would lie on; null when it lies on none. */
function blocking(stays: readonly Box[], box: Box): number | null {
  const under = stays.filter((one) => overlaps(one, box))
  return under.length === 0 ? null : Math.max(...under.map(({ y, height }) => y + height)) + GAP
}
