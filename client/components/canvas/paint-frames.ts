import type { Card, Kind } from '../../../shared/board/card.ts'
import { isFolded } from '../../../shared/board/folded.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import { kindLabel } from '../../board/kinds.ts'
import { farType, farZoom } from '../../board/far-type.ts'
import { paintSign, type CardLook } from './paint-cards.ts'
import { ratioOf } from './ratio.ts'
import { wrap } from './wrap.ts'

const RADIUS = 12
/** Titles of frames keep this size on screen, however far one goes. */
const TITLE = 14
const BADGE = 12
const GAP = 8
/** Height of what is written, in screen pixels. */
const BAND = TITLE + 10
const TITLE_LINE = 17
/** A frame narrower than this on screen has no room for a word. */
const NARROWEST = 56

/** Draws a frame on a context scaled to board points; its title is drawn apart, at a constant size. */
export function paintFrame(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { x, y, width, height }: Box,
  look: CardLook,
): void {
  const { inks, zoom } = look
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, RADIUS)
  if (isFolded(card)) {
    ctx.fillStyle = inks.surface
    ctx.fill()
  } else if (card.kind === 'intervention') {
    ctx.fillStyle = inks.frameTint
    ctx.fill()
  } else ctx.setLineDash([6 / zoom, 4 / zoom])
  ctx.strokeStyle = inks.frameLine
  ctx.lineWidth = 1.25 / zoom
  ctx.stroke()
  ctx.setLineDash([])
}

/** How many cards of each kind a folded frame holds, in large figures like the titles of far cards; what has no room is left out. */
export function paintHeld(
  ctx: CanvasRenderingContext2D,
  held: readonly (readonly [Kind, number])[],
  { x, y, width, height }: Box,
  look: CardLook,
): void {
  const type = farType(farZoom(look.zoom, ratioOf()), height)
  if (!type) return
  const { size } = type
  ctx.font = `600 ${size}px ${look.font}`
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  let at = x + SPACE
  for (const [kind, count] of held) {
    const end = at + size + GAP + ctx.measureText(String(count)).width
    if (end > x + width - GAP) return
    const ink = look.inks.kinds[kind]
    paintSign(ctx, { kind }, [at, y + (height - size) / 2], size, ink, look)
    ctx.fillStyle = ink
    ctx.fillText(String(count), at + size + GAP, y + height / 2)
    at = end + SPACE
  }
}

const SPACE = 20

/** Writes a frame's title, in two lines where it is narrow, and its badge where there is room, over its top edge: inside, it would hide cards. */
export function paintFrameTitle(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { x, y, width }: Box,
  { inks, zoom, font }: CardLook,
  badge: string | null,
): void {
  const room = Math.floor(width * zoom)
  if (room < NARROWEST) return
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(1 / zoom, 1 / zoom)
  ctx.textBaseline = 'top'
  ctx.textAlign = 'left'
  ctx.font = `600 ${BADGE}px ${font}`
  const badgeWidth = badge === null ? 0 : ctx.measureText(badge).width
  ctx.font = `600 ${TITLE}px ${font}`
  const { lines, widest } = titleLines(ctx, card.title.trim() || kindLabel(card.kind), room)
  const withBadge =
    badge !== null && lines.length === 1 && widest + badgeWidth + 3 * GAP <= room ? badge : null
  const height = BAND + (lines.length - 1) * TITLE_LINE
  // On its own ground: other cards may stand under it, because it does not shrink with them.
  ctx.fillStyle = inks.canvas
  ctx.globalAlpha = 0.85
  ctx.beginPath()
  const start = Math.min(GAP, Math.max(0, (room - widest) / 2))
  ctx.roundRect(start - GAP / 2, -height, widest + (withBadge ? badgeWidth + GAP : 0) + GAP, height - 2, 4)
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.fillStyle = inks.text
  lines.forEach((line, row) => ctx.fillText(line, start, 3 - height + row * TITLE_LINE))
  if (withBadge !== null) {
    ctx.font = `600 ${BADGE}px ${font}`
    ctx.fillStyle = inks.kinds.fund
    ctx.fillText(withBadge, start + widest + GAP, 5 - height)
  }
  ctx.restore()
}

interface TitleLines {
  readonly lines: readonly string[]
  readonly widest: number
}

/** Titles of frames are drawn in every frame that moves, and are as wide as before in most. */
const known = new Map<string, TitleLines>()
const MOST_KNOWN = 2_000

function titleLines(ctx: CanvasRenderingContext2D, title: string, room: number): TitleLines {
  const key = `${room} ${ctx.font} ${title}`
  const before = known.get(key)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const measure = (text: string): number => ctx.measureText(text).width
  const inOne = wrap(title, room - 2 * GAP, 1, 0, measure, true)
  const isCut = inOne[0]?.endsWith('…') === true && !title.endsWith('…')
  const lines = isCut ? wrap(title, room, 2, 0, measure, true) : inOne
  const made = { lines, widest: Math.max(...lines.map(measure)) }
  known.set(key, made)
  return made
}
