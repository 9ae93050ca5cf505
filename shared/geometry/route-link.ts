import { around, expand, type Box } from './box.ts'
import { crosses, facingSides, isUpright, linkPath, pathBox, sidePoint, type LinkPath } from './link-path.ts'

type Pair = readonly [x: number, y: number]

/** The way of a link. `isPlain`: nothing is in the way of the plain curve, and only what comes to lie on it matters. */
export interface Route {
  readonly path: LinkPath
  readonly isPlain: boolean
}

export interface Manner {
  /** Moves the arriving end along its side, as in `linkPath`. */
  readonly shift?: number
  /** From -1 to 1: where in a lane this link runs, so that several are told apart. */
  readonly lean?: number
}

/** How far out of the way a link may go around: a little more than a card with the gap beside it. */
const DETOUR = 170
/** Longer links pass by so much that no way around them is simple: they run as they do. */
const LONGEST = 1_800
/** From a card to a line that passes it. */
export const CLEAR = 6
/** From a card to the lane that bends around it. */
const BEND = 14
/** A bend takes at least this much of the way, where there is room. */
const FLATTEST = 60
/** Lanes tried before the link is left to run behind a card. */
const TRIES = 4
const LEAN = 7

/** Everything that decides the way of a link lies in this box, whatever the way turns out to be. */
export function reachOf(from: Box, to: Box, manner: Manner = {}): Box {
  const plain = pathBox(linkPath(from, to, manner.shift))
  if (isLong(from, to)) return plain
  const [side] = facingSides(from, to)
  const hull = isUpright(side) ? plain : (around([plain, from, to]) ?? plain)
  return expand(hull, DETOUR + BEND + CLEAR)
}

/**
 * The line from one box to another, around the cards that stand between them where that is simple: side by side through
 * the gap above or below them, one above the other past them on the right or the left. Else the plain curve. `obstaclesIn`
 * gives the cards in a box but for the two ends. The same boxes give the same line.
 */
export function routeLink(
  from: Box,
  to: Box,
  obstaclesIn: (box: Box) => readonly Box[],
  manner: Manner = {},
): Route {
  const plain = linkPath(from, to, manner.shift)
  if (isLong(from, to)) return { path: plain, isPlain: true }
  const grown = (boxes: readonly Box[]): readonly Box[] => boxes.map((box) => expand(box, CLEAR))
  if (!crosses(plain, grown(obstaclesIn(expand(pathBox(plain), CLEAR)))))
    return { path: plain, isPlain: true }
  const obstacles = grown(obstaclesIn(reachOf(from, to, manner)))
  const [side] = facingSides(from, to)
  const ways = isUpright(side)
    ? waysAcross(plain, obstacles, manner)
    : waysBeside(from, to, obstacles, manner)
  const path = ways.find((way) => !crosses(way, obstacles))
  return { path: path ?? plain, isPlain: false }
}

const isLong = (from: Box, to: Box): boolean =>
  Math.abs(from.x + from.width / 2 - to.x - to.width / 2) > LONGEST ||
  Math.abs(from.y + from.height / 2 - to.y - to.height / 2) > LONGEST

/** From side to side, on a level lane above, below or between what stands in the way. */
function waysAcross({ start, end }: LinkPath, obstacles: readonly Box[], { lean = 0 }: Manner): LinkPath[] {
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])]
  // What stands in line with one of the ends is passed, not crossed.
  const between = obstacles.filter(({ x, width }) => x < right - 2 * CLEAR && x + width > left + 2 * CLEAR)
  const spans = between.map(({ y, height }): Pair => [y, y + height])
  const middle = (left + right) / 2
  const tight: LinkPath = { start, startControl: [middle, start[1]], endControl: [middle, end[1]], end }
  const ways = lanesBetween(spans, start[1], end[1], lean).map((y): LinkPath => {
    const [one, other] = [bendOf(start, end, y, between), bendOf(end, start, y, between)]
    const isCrowded = Math.abs(one - start[0]) + Math.abs(other - end[0]) > right - left
    const [from, to] = isCrowded ? [middle, middle] : [one, other]
    return {
      start,
      startControl: [(start[0] + from) / 2, start[1]],
      endControl: [(end[0] + to) / 2, end[1]],
      end,
      lane: [
        [from, y],
        [to, y],
      ],
    }
  })
  return [tight, ...ways]
}

/** Where the bend from an end reaches its lane: before the first card beside it, and not flatter than it needs be. */
function bendOf([x, y]: Pair, [towards]: Pair, lane: number, between: readonly Box[]): number {
  const [top, bottom] = [Math.min(y, lane), Math.max(y, lane)]
  const room = between
    .filter((box) => box.y < bottom && box.y + box.height > top)
    .map((box) => (towards > x ? box.x - x : x - box.x - box.width))
  const far = Math.max(BEND, Math.min(Math.max(FLATTEST, bottom - top), ...room))
  return x + Math.sign(towards - x) * far
}

/** From one card to one above or below it, on an upright lane to the right or to the left of both. */
function waysBeside(
  from: Box,
  to: Box,
  obstacles: readonly Box[],
  { shift = 0, lean = 0 }: Manner,
): LinkPath[] {
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y + from.height, to.y + to.height)]
  const rows = obstacles.filter(({ y, height }) => y < bottom && y + height > top)
  const spans = [...rows, expand(from, CLEAR), expand(to, CLEAR)].map(({ x, width }): Pair => [x, x + width])
  const on = (side: 'left' | 'right'): readonly LinkPath[] => {
    const [start, [endX, endY]] = [sidePoint(from, side), sidePoint(to, side)]
    const end: Pair = [endX, endY + shift / 2]
    const turn = Math.sign(end[1] - start[1]) * Math.min(BEND, Math.abs(end[1] - start[1]) / 2)
    const isOutside = (x: number): boolean =>
      side === 'right' ? x > Math.max(start[0], endX) : x < Math.min(start[0], endX)
    return lanesBetween(spans, start[0], endX, lean)
      .filter(isOutside)
      .map((x) => ({
        start,
        startControl: [x, start[1]],
        endControl: [x, end[1]],
        end,
        lane: [
          [x, start[1] + turn],
          [x, end[1] - turn],
        ],
      }))
  }
  const detour = ({ start, startControl, endControl, end }: LinkPath): number =>
    Math.abs(startControl[0] - start[0]) + Math.abs(endControl[0] - end[0])
  return [...on('right'), ...on('left')].sort((a, b) => detour(a) - detour(b))
}

/** Where a lane runs free of spans, the shortest way from one height to another first; within reach of both. */
function lanesBetween(spans: readonly Pair[], one: number, other: number, lean: number): number[] {
  const [low, high] = [Math.min(one, other) - DETOUR, Math.max(one, other) + DETOUR]
  const lanes: number[] = []
  let free = low
  const gap = (until: number): void => {
    if (until - free < 1) return
    const inset = Math.min(BEND - CLEAR + LEAN, (until - free) / 2)
    const room = Math.min(LEAN, inset)
    const nearest = Math.min(Math.max((one + other) / 2, free + inset), until - inset)
    lanes.push(nearest + lean * room)
  }
  for (const [from, to] of [...spans].sort(([a, b], [c, d]) => a - c || b - d)) {
    if (to <= free) continue
    if (from >= high) break
    gap(from)
    free = to
  }
  if (free < high) gap(high)
  const detour = (lane: number): number => Math.abs(lane - one) + Math.abs(lane - other)
  return lanes.sort((a, b) => detour(a) - detour(b) || a - b).slice(0, TRIES)
}
