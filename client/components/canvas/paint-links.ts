import type { Link, LinkKind } from '../../../shared/board/link.ts'
import { curvesOf, type LinkPath } from '../../../shared/geometry/link-path.ts'
import type { CardId } from '../../../shared/ids.ts'
import { hasArrow } from '../../board/drawn-link.ts'
import type { Inks } from './inks.ts'
import { DIMMED } from './paint-cards.ts'

export interface DrawnLink {
  readonly link: Link
  readonly path: LinkPath
}

export interface LinkLook {
  readonly inks: Inks
  /** Screen pixels per board point, device pixels not counted. */
  readonly zoom: number
  /** A link steps back with either of its cards. */
  readonly dims?: (id: CardId) => boolean
}

/** Curves a stroke: one path of them all costs a software rasteriser more than linear. */
const BATCH = 48
const ARROW = 11
const ARROWS_FROM = 0.22
const CURVES_FROM = 0.12

/** Draws links on a context that is scaled to board points. */
export function paintLinks(ctx: CanvasRenderingContext2D, links: readonly DrawnLink[], look: LinkLook): void {
  const { dims } = look
  if (!dims) return paintAll(ctx, links, look)
  const isDim = ({ link }: DrawnLink): boolean => dims(link.from) || dims(link.to)
  ctx.globalAlpha = DIMMED
  paintAll(ctx, links.filter(isDim), look)
  ctx.globalAlpha = 1
  paintAll(
    ctx,
    links.filter((one) => !isDim(one)),
    look,
  )
}

function paintAll(ctx: CanvasRenderingContext2D, links: readonly DrawnLink[], look: LinkLook): void {
  const groups = new Map<string, DrawnLink[]>()
  for (const one of links) {
    const { ink, dash } = styleOf(one.link.kind, look.inks)
    const key = `${ink}/${dash.join()}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  // In the same order whichever links are there: a part that is painted anew fits what stands around it.
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) paintGroup(ctx, group, look)
}

export function styleOf(
  kind: LinkKind,
  inks: Inks,
): { readonly ink: string; readonly dash: readonly number[] } {
  switch (kind) {
    case 'finances':
      return { ink: inks.kinds.fund, dash: [] }
    case 'commits':
      return { ink: inks.kinds.partner, dash: [] }
    case 'complements':
      return { ink: inks.linkLine, dash: [9, 5] }
    case 'relates':
      return { ink: inks.linkLine, dash: [3, 5] }
    case 'answers':
    case 'programmedUnder':
    case 'enables':
      return { ink: inks.linkLine, dash: [] }
  }
}

function paintGroup(
  ctx: CanvasRenderingContext2D,
  group: readonly DrawnLink[],
  { inks, zoom }: LinkLook,
): void {
  const kind = group[0]?.link.kind
  if (!kind) return
  const { ink, dash } = styleOf(kind, inks)
  ctx.strokeStyle = ink
  ctx.fillStyle = ink
  ctx.lineWidth = Math.max(1.75, 1.1 / zoom)
  if (zoom < CURVES_FROM) return paintSpecks(ctx, group, zoom)
  // Dashes that cannot be told apart cost much and say nothing.
  ctx.setLineDash(zoom >= ARROWS_FROM ? [...dash] : [])
  for (let i = 0; i < group.length; i += BATCH) {
    ctx.beginPath()
    for (const { path } of group.slice(i, i + BATCH)) trace(ctx, path)
    ctx.stroke()
  }
  ctx.setLineDash([])
  if (zoom < ARROWS_FROM) return
  ctx.beginPath()
  for (const { link, path } of group) if (hasArrow(link)) arrowHead(ctx, path)
  ctx.fill()
}

/** Shorter on screen than this, a link between two dabs of colour is not seen. */
const SHORTEST = 6
/** Up to this length on screen nobody tells a curve from a straight line. */
const STRAIGHT = 80

/** Very far: links as straight lines, the shortest left out. */
function paintSpecks(ctx: CanvasRenderingContext2D, group: readonly DrawnLink[], zoom: number): void {
  const seen = group.filter(({ path }) => lengthOf(path) * zoom >= SHORTEST)
  for (let i = 0; i < seen.length; i += BATCH) {
    ctx.beginPath()
    for (const { path } of seen.slice(i, i + BATCH)) {
      if (lengthOf(path) * zoom > STRAIGHT) trace(ctx, path)
      else {
        ctx.moveTo(path.start[0], path.start[1])
        ctx.lineTo(path.end[0], path.end[1])
      }
    }
    ctx.stroke()
  }
}

const lengthOf = ({ start, end }: LinkPath): number => Math.hypot(end[0] - start[0], end[1] - start[1])

function trace(ctx: CanvasRenderingContext2D, path: LinkPath): void {
  ctx.moveTo(path.start[0], path.start[1])
  for (const { startControl, endControl, end } of curvesOf(path))
    ctx.bezierCurveTo(startControl[0], startControl[1], endControl[0], endControl[1], end[0], end[1])
}

/** A triangle whose tip is the end of the curve, pointing the way the curve arrives: square to a side of the card. */
export function arrowPoints({ endControl, end }: LinkPath): readonly [Pair, Pair, Pair] {
  const along = Math.hypot(end[0] - endControl[0], end[1] - endControl[1]) || 1
  const [ux, uy] = [(end[0] - endControl[0]) / along, (end[1] - endControl[1]) / along]
  const [bx, by] = [end[0] - ux * ARROW, end[1] - uy * ARROW]
  const half = ARROW * 0.5
  return [end, [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]]
}

type Pair = readonly [x: number, y: number]

function arrowHead(ctx: CanvasRenderingContext2D, path: LinkPath): void {
  const [tip, one, other] = arrowPoints(path)
  ctx.moveTo(tip[0], tip[1])
  ctx.lineTo(one[0], one[1])
  ctx.lineTo(other[0], other[1])
  ctx.closePath()
}
