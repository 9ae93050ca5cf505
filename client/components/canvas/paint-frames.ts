import type { Card, Kind } from '../../../shared/board/card.ts'
import { isFolded } from '../../../shared/board/folded.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import { kindLabel } from '../../board/kinds.ts'
import { paintSign, SIGN, SIZE, TITLES_FROM, type CardLook } from './paint-cards.ts'

const RADIUS = 12
/** Titles of frames keep this size on screen, however far one goes. */
const TITLE = 14
const BADGE = 12
const GAP = 8
/** Height of what is written, in screen pixels. */
const BAND = TITLE + 10

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
  if (look.zoom < TITLES_FROM) return
  ctx.font = `600 ${SIZE}px ${look.font}`
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  let at = x + SPACE
  for (const [kind, count] of held) {
    const end = at + SIGN + GAP + ctx.measureText(String(count)).width
    if (end > x + width - GAP) return
    const ink = look.inks.kinds[kind]
    paintSign(ctx, { kind }, [at, y + (height - SIGN) / 2], ink, look)
    ctx.fillStyle = ink
    ctx.fillText(String(count), at + SIGN + GAP, y + height / 2)
    at = end + SPACE
  }
}

const SPACE = 20

/** Writes a frame's title, and its badge where there is room, over its top edge: inside, it would hide cards. */
export function paintFrameTitle(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { x, y, width }: Box,
  { inks, zoom, font }: CardLook,
  badge: string | null,
): void {
  const room = width * zoom - 2 * GAP
  if (room < 48) return
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(1 / zoom, 1 / zoom)
  ctx.textBaseline = 'top'
  ctx.textAlign = 'left'
  ctx.font = `600 ${BADGE}px ${font}`
  const badgeRoom = badge === null ? 0 : ctx.measureText(badge).width + GAP
  ctx.font = `600 ${TITLE}px ${font}`
  const shown = cut(ctx, card.title.trim() || kindLabel(card.kind), room)
  const titleWidth = ctx.measureText(shown).width
  const withBadge = badge !== null && titleWidth + badgeRoom <= room
  // On its own ground: other cards may stand under it, because it does not shrink with them.
  ctx.fillStyle = inks.canvas
  ctx.globalAlpha = 0.85
  ctx.beginPath()
  ctx.roundRect(GAP / 2, -BAND, titleWidth + (withBadge ? badgeRoom : 0) + GAP, BAND - 2, 4)
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.fillStyle = inks.text
  ctx.fillText(shown, GAP, 3 - BAND)
  if (badge !== null && withBadge) {
    ctx.font = `600 ${BADGE}px ${font}`
    ctx.fillStyle = inks.kinds.fund
    ctx.fillText(badge, GAP + titleWidth + GAP, 5 - BAND)
  }
  ctx.restore()
}

function cut(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text
  let length = text.length
  while (length > 1 && ctx.measureText(`${text.slice(0, length)}…`).width > room) length--
  return `${text.slice(0, length).trimEnd()}…`
}
