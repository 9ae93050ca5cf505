import type { Box } from './box.ts'

type Pair = readonly [x: number, y: number]

export const SIDES = ['left', 'right', 'top', 'bottom'] as const
export type Side = (typeof SIDES)[number]

/** A cubic Bézier curve, in board points. */
export interface Curve {
  readonly start: Pair
  readonly startControl: Pair
  readonly endControl: Pair
  readonly end: Pair
}

/** The line from one box to another: one curve, or two with a straight lane between them, upright or level. */
export interface LinkPath extends Curve {
  readonly lane?: readonly [from: Pair, to: Pair]
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

/** The curves that a line is made of, from its start to its end. */
export function curvesOf(path: LinkPath): readonly Curve[] {
  const { start, startControl, endControl, end, lane } = path
  if (!lane) return [path]
  const [from, to] = lane
  const bend = ([x, y]: Pair): Pair => (from[1] === to[1] ? [x, from[1]] : [from[0], y])
  return [
    { start, startControl, endControl: bend(startControl), end: from },
    { start: from, startControl: from, endControl: to, end: to },
    { start: to, startControl: bend(endControl), endControl, end },
  ]
}

/** A line as SVG writes it. */
export function outlineOf(path: LinkPath, pair: (point: Pair) => string = ([x, y]) => `${x} ${y}`): string {
  const curves = curvesOf(path).map(
    (one) => `C${[one.startControl, one.endControl, one.end].map(pair).join(' ')}`,
  )
  return `M${pair(path.start)}${curves.join('')}`
}

/** The point at `t` between 0 (start) and 1 (end). With a lane each part takes as much of `t` as it is long. */
export function pointOn(path: LinkPath, t: number): Pair {
  if (!path.lane) return pointOnCurve(path, t)
  const curves = curvesOf(path)
  const lengths = curves.map(({ start, end }) => Math.hypot(end[0] - start[0], end[1] - start[1]))
  let left = t * lengths.reduce((sum, length) => sum + length, 0)
  for (const [nth, curve] of curves.entries()) {
    const length = lengths[nth] ?? 0
    if (length > 0 && left <= length) return pointOnCurve(curve, left / length)
    left -= length
  }
  return path.end
}

function pointOnCurve({ start, startControl, endControl, end }: Curve, t: number): Pair {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [
    a * start[0] + b * startControl[0] + c * endControl[0] + d * end[0],
    a * start[1] + b * startControl[1] + c * endControl[1] + d * end[1],
  ]
}

/** A box that holds the whole line: a Bézier curve never leaves the hull of its four points. */
export function pathBox({ start, startControl, endControl, end, lane = [start, end] }: LinkPath): Box {
  const points = [start, startControl, endControl, end, ...lane]
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const STEPS = 24

/** How far a point is from the line, to a fraction of a point for lines of the length of a screen. */
export function distanceTo(path: LinkPath, point: Pair): number {
  let best = Infinity
  for (const curve of curvesOf(path)) {
    let before = curve.start
    for (let i = 1; i <= STEPS; i++) {
      const next = pointOnCurve(curve, i / STEPS)
      best = Math.min(best, distanceToSegment(point, before, next))
      before = next
    }
  }
  return best
}

/** Whether the line runs through one of some boxes; a corner of a box may be cut by a hair. */
export function crosses(path: LinkPath, boxes: readonly Box[]): boolean {
  if (boxes.length === 0) return false
  return curvesOf(path).some((curve) => {
    for (let i = 0; i <= STEPS; i++) {
      const [x, y] = pointOnCurve(curve, i / STEPS)
      if (boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height))
        return true
    }
    return false
  })
}

/** The sides by which a line leaves one box and reaches the other. */
export function facingSides(from: Box, to: Box): readonly [Side, Side] {
  if (to.x - (from.x + from.width) >= ROOM) return ['right', 'left']
  if (from.x - (to.x + to.width) >= ROOM) return ['left', 'right']
  return from.y + from.height / 2 <= to.y + to.height / 2 ? ['bottom', 'top'] : ['top', 'bottom']
}

/** Whether a side runs up and down. */
export const isUpright = (side: Side): boolean => side === 'left' || side === 'right'

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
