import type { Box } from './box.ts'

type Pair = readonly [number, number]

/** A line to show while snapping: at `at` on its axis, drawn from `from` to `to` on the other one. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snap {
  /** What to add to the moving box so that it stands in line. */
  readonly by: Pair
  readonly guides: readonly Guide[]
}

/**
 * Puts a moving box in line with its neighbours: left, middle and right with theirs, top, middle and bottom likewise,
 * edges also with opposite edges. Each axis on its own takes the nearest line within `reach` board points.
 */
export function snap(moving: Box, others: readonly Box[], reach: number): Snap {
  const dx = nearest(linesX(moving), others.map(linesX), reach)
  const dy = nearest(linesY(moving), others.map(linesY), reach)
  const landed = { ...moving, x: moving.x + dx, y: moving.y + dy }
  return { by: [dx, dy], guides: [...guidesX(landed, others), ...guidesY(landed, others)] }
}

/** What to add to a corner that is moved, so that its two edges stand in line with edges of neighbours, each on its own. */
export function snapCorner([x, y]: Pair, others: readonly Box[], reach: number): Pair {
  const dx = nearest([x, x, x], others.map(linesX), reach, EDGES)
  const dy = nearest([y, y, y], others.map(linesY), reach, EDGES)
  return [dx, dy]
}

/** The guides through a corner of a box, where it stands in line with neighbours. */
export function cornerGuides(box: Box, [x, y]: Pair, others: readonly Box[]): Guide[] {
  return [...guidesX(box, others), ...guidesY(box, others)].filter(
    ({ axis, at }) => Math.abs(at - (axis === 'x' ? x : y)) <= EXACT,
  )
}

/** Where a box can be in line along one axis: its near edge, its middle and its far edge. */
type Lines = readonly [number, number, number]

const linesX = ({ x, width }: Box): Lines => [x, x + width / 2, x + width]
const linesY = ({ y, height }: Box): Lines => [y, y + height / 2, y + height]

function nearest(mine: Lines, others: readonly Lines[], reach: number, pairs: Pairs = PAIRS): number {
  let best = Infinity
  for (const other of others)
    for (const [a, b] of pairs) {
      const by = other[b] - mine[a]
      if (Math.abs(by) < Math.abs(best)) best = by
    }
  return Math.abs(best) <= reach ? best : 0
}

/** Edges with edges, middles with middles. */
const PAIRS = [
  [0, 0],
  [0, 2],
  [2, 0],
  [2, 2],
  [1, 1],
] as const
/** What is resized lines up by its edge alone. */
const EDGES = [
  [0, 0],
  [0, 2],
] as const
type Pairs = readonly (readonly [0 | 1 | 2, 0 | 1 | 2])[]

const guidesX = (box: Box, others: readonly Box[]): Guide[] =>
  guides('x', linesX(box), [box.y, box.y + box.height], others, linesX, ({ y, height }) => [y, y + height])

const guidesY = (box: Box, others: readonly Box[]): Guide[] =>
  guides('y', linesY(box), [box.x, box.x + box.width], others, linesY, ({ x, width }) => [x, x + width])

/** One guide a line, long enough to touch everything that stands on it. */
function guides(
  axis: 'x' | 'y',
  mine: Lines,
  span: Pair,
  others: readonly Box[],
  linesOf: (box: Box) => Lines,
  spanOf: (box: Box) => Pair,
): Guide[] {
  const found = new Map<number, Guide>()
  for (const other of others) {
    const theirs = linesOf(other)
    for (const [a, b] of PAIRS) {
      const at = mine[a]
      if (Math.abs(theirs[b] - at) > EXACT) continue
      const [from, to] = spanOf(other)
      const known = found.get(at) ?? { axis, at, from: span[0], to: span[1] }
      found.set(at, { axis, at, from: Math.min(known.from, from), to: Math.max(known.to, to) })
    }
  }
  return [...found.values()]
}

/** Halves of odd widths make sums that differ in the last bits. */
const EXACT = 0.01
