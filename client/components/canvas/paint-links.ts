import type { Link, LinkKind } from '../../../shared/board/link.ts'
import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import { curvesOf, pointOn, type LinkPath } from '../../../shared/geometry/link-path.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import { linkWord } from '../../board/kinds.ts'
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
  readonly font: string
  /** The link that says what it is in a bar of its own. */
  readonly chosen: LinkId | null
  /** Whether something covers this place, so that a label there would not be read. */
  readonly isCovered: (box: Box) => boolean
  /** A link steps back with either of its cards. */
  readonly dims?: (id: CardId) => boolean
}

/** Curves a stroke: one path of them all costs a software rasteriser more than linear. */
const BATCH = 48
const ARROW = 11
const ARROWS_FROM = 0.22
const CURVES_FROM = 0.12
const LABELS_FROM = 0.55

/** Draws links on a context that is scaled to board points. */
export function paintLinks(ctx: CanvasRenderingContext2D, links: readonly DrawnLink[], look: LinkLook): void {
  const { dims } = look
  if (!dims) return paintAll(ctx, links, look)
  const isDim = ({ link }: DrawnLink): boolean => dims(link.from) || dims(link.to)
  ctx.globalAlpha = DIMMED
  paintAll(ctx, links.filter(isDim), { ...look, isCovered: () => true })
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
  if (look.zoom >= LABELS_FROM) paintLabels(ctx, links, look)
}

/** What a link says beside its line: the money, or its word where the line alone does not tell. */
export function labelOf(link: Link): string | null {
  switch (link.kind) {
    case 'finances':
      return link.cents === undefined ? null : euro(link.cents)
    case 'relates':
      return link.label?.trim() || null
    case 'enables':
    case 'complements':
    case 'commits':
      return linkWord(link.kind)
    case 'answers':
    case 'programmedUnder':
      return null
  }
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

/** Along the curve, where a label is looked for: the middle first. */
export const STATIONS = [0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84]
const LINE = 16

/** Labels in the order of their ids, so that the same ones stay while one looks around. */
function paintLabels(ctx: CanvasRenderingContext2D, links: readonly DrawnLink[], look: LinkLook): void {
  const taken: Box[] = []
  const isCovered = (box: Box): boolean => taken.some((one) => overlaps(one, box)) || look.isCovered(box)
  for (const one of [...links].sort((a, b) => (a.link.id < b.link.id ? -1 : 1))) {
    const box = one.link.id === look.chosen ? null : paintLabel(ctx, one, { ...look, isCovered })
    if (box) taken.push(box)
  }
}

/** Returns where the label stands; null when there is none or no room for it: the amount is on the card too. */
function paintLabel(ctx: CanvasRenderingContext2D, one: DrawnLink, look: LinkLook): Box | null {
  const label = labelOf(one.link)
  if (label === null) return null
  ctx.font = `600 12px ${look.font}`
  const place = labelBox(one, ctx.measureText(label).width + 6, look.isCovered)
  if (!place) return null
  const { box, isOnLine } = place
  if (isOnLine) {
    ctx.fillStyle = look.inks.canvas
    ctx.beginPath()
    ctx.roundRect(box.x, box.y, box.width, box.height, 4)
    ctx.fill()
  }
  ctx.fillStyle = labelsInk(one.link, look.inks)
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'center'
  ctx.fillText(label, box.x + box.width / 2, box.y + LINE / 2 + 0.5)
  return box
}

/** Where a label of a width stands on its line, or beside it; null when everything there is covered. */
export function labelBox(
  { path }: DrawnLink,
  width: number,
  isCovered: (box: Box) => boolean,
): { readonly box: Box; readonly isOnLine: boolean } | null {
  // Beside a line that falls, on one that runs: on a short falling one it would hide it whole.
  const falls = Math.abs(path.end[1] - path.start[1]) > Math.abs(path.end[0] - path.start[0])
  const boxAt = (t: number): Box => {
    const [x, y] = pointOn(path, t)
    return { x: falls ? x + 5 : x - width / 2, y: y - LINE / 2, width, height: LINE }
  }
  const box = STATIONS.map(boxAt).find((one) => !isCovered(one))
  return box ? { box, isOnLine: !falls } : null
}

export const labelsInk = ({ kind }: Pick<Link, 'kind'>, inks: Inks): string =>
  kind === 'finances' || kind === 'commits' ? styleOf(kind, inks).ink : inks.secondary
