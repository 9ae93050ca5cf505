import { isFrame, type Card } from '../../../shared/board/card.ts'
import { boxOn, isFolded } from '../../../shared/board/folded.ts'
import type { Link } from '../../../shared/board/link.ts'
import { byHeight } from '../../board/hit.ts'
import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import { pathBox, type LinkPath } from '../../../shared/geometry/link-path.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { pathBetween } from '../../board/drawn-link.ts'
import { routeNow } from '../../board/link-routes.ts'
import type { BoardView } from '../../board/board-view.svelte.ts'
import type { Scene } from '../../session/scene.ts'
import { paintCards, type CardLook, type Placed } from './paint-cards.ts'
import { paintFrame, paintFrameTitle, paintHeld } from './paint-frames.ts'
import { paintLinks, type DrawnLink } from './paint-links.ts'
import type { Stage } from './stage.svelte.ts'

export interface BoardLook extends CardLook {
  /** What a frame says of its integration beside its title. */
  readonly badge: (id: CardId) => string | null
}

/** Where a card stands now, a drag included; null when it is not drawn. */
export function boxNow({ board, index }: Pick<Scene, 'board' | 'index'>, id: CardId): Box | null {
  const box = index.box(id)
  const preview = box && board.cards.get(id)?.preview
  return preview ? { ...box, x: box.x + preview[0], y: box.y + preview[1] } : box
}

/** The links that are seen in a box, those of cards on their way included: they look for their way as they go. */
function linksIn(
  scene: Scene,
  view: Box,
  onTheWay: ReadonlySet<CardId>,
  zoom: number,
  isLeft: (id: LinkId) => boolean = () => false,
): DrawnLink[] {
  const { board, index } = scene
  const ids = new Set<LinkId>(index.links.query(view))
  for (const id of onTheWay)
    for (const link of board.linksOf(id)) if (index.links.box(link) !== null) ids.add(link)
  return [...ids].flatMap((id) => {
    const link = isLeft(id) ? undefined : board.links.get(id)
    const path = link && pathAt(scene, link, onTheWay, zoom)
    return path && overlaps(pathBox(path), view) ? [{ link, path }] : []
  })
}

function pathAt(scene: Scene, link: Link, onTheWay: ReadonlySet<CardId>, zoom: number): LinkPath | null {
  if (zoom >= ROUTES_FROM) return pathNow(scene, link, onTheWay)
  const { index } = scene
  const [from, to] = [boxNow(scene, index.endOf(link.from)), boxNow(scene, index.endOf(link.to))]
  return from && to && pathBetween(link, from, to)
}

/** The line of a link as it is now: around the cards, those on their way left out. Null when an end is not drawn. */
export function pathNow(scene: Scene, link: Link, onTheWay: ReadonlySet<CardId>): LinkPath | null {
  if (!onTheWay.has(link.from) && !onTheWay.has(link.to)) return scene.index.path(link.id)
  const { index } = scene
  const [from, to] = [boxNow(scene, index.endOf(link.from)), boxNow(scene, index.endOf(link.to))]
  return from && to && routeNow(index, link, from, to, onTheWay).path
}

/** Farther away nobody sees by which way a link goes, and there are thousands. */
const ROUTES_FROM = 0.22

/** What is seen near that is not an element yet. */
export interface Missing {
  readonly links: readonly DrawnLink[]
  readonly cards: readonly CardId[]
}

/** The links and cards of a view that are not there as elements; null when all are, as usual. */
export function missingIn(stage: Stage, view: Box): Missing | null {
  const { scene, mounted, onTheWay, lines } = stage
  const there = new Set(mounted)
  const cards = scene.index.cards.query(view).filter((id) => !there.has(id))
  const links = linksIn(scene, view, onTheWay, 1, (id) => lines?.has(id) ?? false)
  return cards.length + links.length === 0 ? null : { links, cards }
}

/** Near: what is not mounted yet, so that no hole is seen while it comes. */
export function paintMissing(
  ctx: CanvasRenderingContext2D,
  { board }: Scene,
  { links, cards }: Missing,
  look: CardLook,
): void {
  paintLinks(ctx, links, look)
  paintCards(ctx, placed(board, cards), look)
}

/** Far: everything at rest in a box, frames below, then links, then cards. `left` stands elsewhere at the moment. */
export function paintFar(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  view: Box,
  look: CardLook,
  left: ReadonlySet<CardId>,
): void {
  const { board, index } = scene
  for (const [frame, box] of placed(board, index.frames.query(view), left))
    paintGround(ctx, scene, frame, box, look)
  const links = linksIn(scene, view, NONE, look.zoom).filter(
    ({ link }) => !left.has(link.from) && !left.has(link.to),
  )
  paintLinks(ctx, links, look)
  paintCards(ctx, placed(board, index.cards.query(view), left), look)
}

function paintGround(
  ctx: CanvasRenderingContext2D,
  { index }: Scene,
  frame: Card,
  box: Box,
  look: CardLook,
): void {
  paintFrame(ctx, frame, box, look)
  if (isFolded(frame)) paintHeld(ctx, index.kindsIn(frame.id), box, look)
}

/** What lies over the far drawing and changes with every frame: cards on their way, what is chosen, titles of frames. */
export function paintFarLive(ctx: CanvasRenderingContext2D, stage: Stage, view: Box, look: BoardLook): void {
  const { scene } = stage
  const { board, selection, index } = scene
  const moved = stage.onTheWay
  for (const id of moved) {
    const card = board.card(id)
    const box = boxNow(scene, id)
    if (card && box && isFrame(card) && overlaps(box, view)) paintGround(ctx, scene, card, box, look)
  }
  if (moved.size > 0) {
    const links = linksIn(scene, view, moved, look.zoom).filter(
      ({ link }) => moved.has(link.from) || moved.has(link.to),
    )
    paintLinks(ctx, links, look)
  }
  paintCards(
    ctx,
    [...moved].flatMap((id): Placed[] => {
      const card = board.card(id)
      const box = boxNow(scene, id)
      return card && box && !isFrame(card) && overlaps(box, view) ? [[card, box]] : []
    }),
    look,
  )
  for (const id of index.frames.query(view)) {
    const card = board.card(id)
    const box = boxNow(scene, id)
    if (card && box) paintFrameTitle(ctx, card, box, look, look.badge(id))
  }
  ctx.strokeStyle = look.inks.primary
  ctx.lineWidth = 2 / look.zoom
  ctx.beginPath()
  for (const id of selection.cards) {
    const box = boxNow(scene, id)
    if (box && overlaps(box, view)) ctx.rect(box.x, box.y, box.width, box.height)
  }
  ctx.stroke()
}

const NONE: ReadonlySet<CardId> = new Set()

/** Cards with their places, the lowest first. */
function placed(board: BoardView, ids: readonly CardId[], left: ReadonlySet<CardId> = NONE): Placed[] {
  return ids
    .flatMap((id): Placed[] => {
      const card = left.has(id) ? undefined : board.card(id)
      return card ? [[card, boxOn(card)]] : []
    })
    .sort(([a], [b]) => byHeight(a, b))
}
