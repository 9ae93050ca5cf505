import { isFrame, type Card, type Point } from '../../shared/board/card.ts'
import { boxOn, isFolded } from '../../shared/board/folded.ts'
import { contains, expand, type Box } from '../../shared/geometry/box.ts'
import { distanceTo, sidePoint, SIDES, type Side } from '../../shared/geometry/link-path.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import type { BoardIndex } from './board-index.ts'
import type { BoardView } from './board-view.svelte.ts'
import { endPoints } from './drawn-link.ts'

export const CORNERS = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const
export type Corner = (typeof CORNERS)[number]

/** What lies under a point of the board. */
export type Hit =
  | { readonly on: 'linkGrip'; readonly id: CardId; readonly side: Side }
  | { readonly on: 'linkEnd'; readonly id: LinkId; readonly end: 'from' | 'to' }
  | { readonly on: 'corner'; readonly id: CardId; readonly corner: Corner }
  | { readonly on: 'card'; readonly id: CardId }
  | { readonly on: 'link'; readonly id: LinkId }
  | { readonly on: 'frame'; readonly id: CardId }
  | { readonly on: 'nothing' }

export interface Aim {
  readonly board: BoardView
  readonly index: BoardIndex
  readonly zoom: number
  /** Screen pixels around thin things: a mouse is exact, a finger is not. */
  readonly reach: number
  /** The one chosen card, whose grips are shown; null when there is none. */
  readonly gripped: CardId | null
  /** The chosen link, whose two ends are shown. */
  readonly grippedLink?: LinkId | null
  /** Chosen cards lie above the others. */
  readonly chosen: { has(id: CardId): boolean }
  /** Cards that others drag now: they are where they are seen, not where they rest. */
  readonly dragged?: readonly CardId[]
}

/** Height of a frame's heading, by which it is taken: in board points near, in screen pixels far. */
export const FRAME_HEADING = 56
const HEADING_PIXELS = 28

/** What is under a point, nearest to the eye first: grips, cards, links, frames by their heading or edge. */
export function hitAt(aim: Aim, point: Point): Hit {
  return (
    gripAt(aim, point) ??
    linkEndAt(aim, point) ??
    cardAt(aim, point) ??
    linkAt(aim, point) ??
    frameAt(aim, point) ?? { on: 'nothing' }
  )
}

/** Which of several cards is drawn on top: chosen ones first, then as they lie, then by id, the same for everybody. */
export function topmost(
  ids: readonly CardId[],
  { board, chosen }: Pick<Aim, 'board' | 'chosen'>,
): CardId | undefined {
  return ids.reduce<CardId | undefined>((top, id) => {
    if (top === undefined) return id
    if (chosen.has(id) !== chosen.has(top)) return chosen.has(id) ? id : top
    return byHeight(board.card(id), board.card(top)) > 0 ? id : top
  }, undefined)
}

/** Of two cards the one that lies lower comes first; with one rank the smaller id. */
export const byHeight = (a: Card | undefined, b: Card | undefined): number =>
  !a || !b ? 0 : (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1)

/**
 * The intervention in whose frame a point lies, the smallest when frames overlap; null when it lies in none. Frames `without`
 * are on their way elsewhere: nothing lands where they rest.
 */
export function interventionAround(
  { board, index }: Pick<Aim, 'board' | 'index'>,
  [x, y]: Point,
  without?: { has(id: CardId): boolean },
): CardId | null {
  let best: { id: CardId; area: number } | null = null
  for (const id of index.frames.query({ x, y, width: 0, height: 0 })) {
    const frame = board.card(id)
    if (frame?.kind !== 'intervention' || without?.has(id)) continue
    const area = frame.size[0] * frame.size[1]
    if (!best || area < best.area || (area === best.area && id < best.id)) best = { id, area }
  }
  return best?.id ?? null
}

export const cornerPoint = ({ x, y, width, height }: Box, corner: Corner): Point => [
  corner.endsWith('Left') ? x : x + width,
  corner.startsWith('top') ? y : y + height,
]

function gripAt({ board, gripped, zoom, reach }: Aim, point: Point): Hit | null {
  const card = gripped === null ? undefined : board.card(gripped)
  if (!card) return null
  const box = boxOn(card)
  const close = ([x, y]: Point): boolean => Math.hypot(point[0] - x, point[1] - y) * zoom <= reach + 4
  if (isFrame(card)) {
    if (card.locked || isFolded(card)) return null
    const corner = CORNERS.find((one) => close(cornerPoint(box, one)))
    return corner ? { on: 'corner', id: card.id, corner } : null
  }
  const side = SIDES.find((one) => close(sidePoint(box, one)))
  return side ? { on: 'linkGrip', id: card.id, side } : null
}

/** The end of the chosen link by which it is taken to another card. */
function linkEndAt({ board, index, grippedLink, zoom, reach }: Aim, point: Point): Hit | null {
  const link = grippedLink ? board.links.get(grippedLink) : undefined
  const path = link && index.path(link.id)
  if (!path) return null
  const ends = endPoints(link, path)
  const close = ([x, y]: Point): boolean => Math.hypot(point[0] - x, point[1] - y) * zoom <= reach + 4
  const end = close(ends.to) ? 'to' : close(ends.from) ? 'from' : null
  return end && { on: 'linkEnd', id: link.id, end }
}

function cardAt(aim: Aim, [x, y]: Point): Hit | null {
  const { board, index, dragged = [] } = aim
  const spot = { x, y, width: 0, height: 0 }
  const away = dragged.filter((id) => board.cards.get(id)?.preview)
  const passing = away.filter((id) => {
    const [by, box] = [board.cards.get(id)?.preview, index.cards.box(id)]
    return by && box && contains(box, { ...spot, x: x - by[0], y: y - by[1] })
  })
  const resting = index.cards.query(spot)
  const id = topmost(
    passing.concat(away.length > 0 ? resting.filter((one) => !away.includes(one)) : resting),
    aim,
  )
  return id === undefined ? null : { on: 'card', id }
}

function linkAt({ index, zoom, reach }: Aim, point: Point): Hit | null {
  const near = reach / zoom
  let best: { id: LinkId; distance: number } | null = null
  for (const id of index.links.query(expand({ x: point[0], y: point[1], width: 0, height: 0 }, near))) {
    const path = index.path(id)
    if (!path) continue
    const distance = distanceTo(path, point)
    if (distance <= near && (!best || distance < best.distance)) best = { id, distance }
  }
  return best && { on: 'link', id: best.id }
}

function frameAt(aim: Aim, [x, y]: Point): Hit | null {
  const { index, zoom, reach } = aim
  const near = reach / zoom
  // Far away the title stands over the frame, at a size that does not shrink with it.
  const above = FRAME_HEADING * zoom < HEADING_PIXELS ? HEADING_PIXELS / zoom : near
  const taken = index.frames
    .query({ x: x - near, y: y - near, width: 2 * near, height: near + above })
    .filter((id) => isOnEdge(index.frames.box(id), [x, y], near))
  const id = topmost(taken, aim)
  return id === undefined ? null : { on: 'frame', id }
}

/** Whether a point lies on the heading of a frame, above it or near its edge: its inside belongs to what lies in it. */
function isOnEdge(box: Box | null, [x, y]: Point, near: number): boolean {
  if (!box) return false
  const inner = { left: box.x + near, right: box.x + box.width - near, bottom: box.y + box.height - near }
  return x < inner.left || x > inner.right || y > inner.bottom || y < box.y + FRAME_HEADING
}
