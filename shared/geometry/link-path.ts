import type { Box } from './box.ts'

type Pair = readonly [x: number, y: number]

export const SIDES = ['left', 'right', 'top', 'bottom'] as const
export type Side = (typeof SIDES)[number]

/** A cubic Bézier curve from one box to another, in board points. */
export interface LinkPath {
  readonly start: Pair
  readonly startControl: Pair
  readonly endControl: Pair
  readonly end: Pair
}

/** Below this room between two boxes side by side, the curve runs from above to below instead. */
const ROOM = 12
const SHORTEST_REACH = 20
const LONGEST_REACH = 180

/**
 * The curve that joins two boxes, leaving and arriving square to the sides that face each other: side by side from
 * left to right or right to left, otherwise from above to below. `shift` moves the arriving end along its side, so that
 * lines of different meaning do not end in one point.
 */
export function linkPath(from: Box, to: Box, shift = 0): LinkPath {
  const [startSide, endSide] = facingSides(from, to)
  const start = sidePoint(from, startSide)
  const [ex, ey] = sidePoint(to, endSide)
  const end: Pair = isUpright(endSide) ? [ex, ey + shift] : [ex + shift, ey]
  const apart = isUpright(startSide) ? Math.abs(end[0] - start[0]) : Math.abs(end[1] - start[1])
  const reach = Math.min(LONGEST_REACH, Math.max(SHORTEST_REACH, apart / 2))
  return {
    start,
    startControl: step(start, startSide, reach),
    endControl: step(end, endSide, reach),
    end,
  }
}

/** The middle of a side. */
export function sidePoint({ x, y, width, height }: Box, side: Side): Pair {
  switch (side) {
    case 'left':
      return [x, y + height / 2]
    case 'right':
      return [x + width, y + height / 2]
    case 'top':
      return [x + width / 2, y]
    case 'bottom':
      return [x + width / 2, y + height]
  }
}

/** The point at `t` between 0 (start) and 1 (end). */
export function pointOn({ start, startControl, endControl, end }: LinkPath, t: number): Pair {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [
    a * start[0] + b * startControl[0] + c * endControl[0] + d * end[0],
    a * start[1] + b * startControl[1] + c * endControl[1] + d * end[1],
  ]
}

/** A box that holds the whole curve: a Bézier curve never leaves the hull of its four points. */
export function pathBox({ start, startControl, endControl, end }: LinkPath): Box {
  const xs = [start[0], startControl[0], endControl[0], end[0]]
  const ys = [start[1], startControl[1], endControl[1], end[1]]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const STEPS = 24

/** How far a point is from the curve, to a fraction of a point for curves of the length of a screen. */
export function distanceTo(path: LinkPath, point: Pair): number {
  let best = Infinity
  let before = path.start
  for (let i = 1; i <= STEPS; i++) {
    const next = pointOn(path, i / STEPS)
    best = Math.min(best, distanceToSegment(point, before, next))
    before = next
  }
  return best
}

function facingSides(from: Box, to: Box): readonly [Side, Side] {
  if (to.x - (from.x + from.width) >= ROOM) return ['right', 'left']
  if (from.x - (to.x + to.width) >= ROOM) return ['left', 'right']
  return from.y + from.height / 2 <= to.y + to.height / 2 ? ['bottom', 'top'] : ['top', 'bottom']
}

const isUpright = (side: Side): boolean => side === 'left' || side === 'right'

const OUTWARD: Readonly<Record<Side, Pair>> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }

const step = ([x, y]: Pair, side: Side, by: number): Pair => [
  x + OUTWARD[side][0] * by,
  y + OUTWARD[side][1] * by,
]

function distanceToSegment([px, py]: Pair, [ax, ay]: Pair, [bx, by]: Pair): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - t * dx, py - ay - t * dy)
}
