import type { Card, Kind } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { Inks } from './inks.ts'
import { farType, farZoom, LEADING, type FarType } from '../../board/far-type.ts'
import { ratioOf } from './ratio.ts'
import { signId } from './signs.ts'
import { wrap, type Measure } from './wrap.ts'

export interface CardLook {
  readonly inks: Inks
  readonly signs: ReadonlyMap<string, Path2D>
  readonly font: string
  /** Screen pixels per board point at which it will be seen. */
  readonly zoom: number
  /** Cards that step back for those that a filter finds. */
  readonly dims?: (id: CardId) => boolean
}

/** From here on a card is a dab of its colour: neither sign nor corners are seen. */
const SIGNS_FROM = 0.1

const EDGE = 12
const LEFT = 26
const RIGHT = 12
/** A sign beside letters of this size. */
const SIZE = 25
const SIGN = 28
/** Where letters are large, or none are read: the edge takes up the sign. */
const BROAD = 44
const BROAD_SIGN = 36
/** The sign of a card of which no title is read. */
const LONE_SIGN = 84

/** A card and where it stands. */
export type Placed = readonly [card: Card, box: Box]

/** Draws cards as they are seen from far, on a context scaled to board points: edge, sign and a larger title. */
export function paintCards(ctx: CanvasRenderingContext2D, cards: readonly Placed[], look: CardLook): void {
  const { dims } = look
  if (!dims) return paintAll(ctx, cards, look)
  ctx.globalAlpha = DIMMED
  paintAll(
    ctx,
    cards.filter(([card]) => dims(card.id)),
    look,
  )
  ctx.globalAlpha = 1
  paintAll(
    ctx,
    cards.filter(([card]) => !dims(card.id)),
    look,
  )
}

/** How much is left of what steps back. */
export const DIMMED = 0.22

function paintAll(ctx: CanvasRenderingContext2D, cards: readonly Placed[], look: CardLook): void {
  const shown = farZoom(look.zoom, ratioOf())
  if (shown < SIGNS_FROM) paintDabs(ctx, cards, look)
  else for (const [card, box] of cards) paintCard(ctx, card, box, farType(shown, box.height), look)
}

/** Very far: plain rectangles, one colour after the other, which is what software rasterisers are quickest at. */
function paintDabs(ctx: CanvasRenderingContext2D, cards: readonly Placed[], { inks }: CardLook): void {
  const byKind = new Map<Kind, Box[]>()
  for (const [{ kind }, box] of cards) {
    const boxes = byKind.get(kind)
    if (boxes) boxes.push(box)
    else byKind.set(kind, [box])
  }
  for (const [kind, boxes] of byKind) {
    ctx.fillStyle = inks.tints[kind]
    for (const { x, y, width, height } of boxes) ctx.fillRect(x, y, width, height)
    ctx.fillStyle = inks.kinds[kind]
    for (const { x, y, height } of boxes) ctx.fillRect(x, y, BROAD, height)
  }
}

function paintCard(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { x, y, width, height }: Box,
  type: FarType | null,
  look: CardLook,
): void {
  const { inks, zoom } = look
  const ink = inks.kinds[card.kind]
  const edge = type?.isLarge === false ? EDGE : BROAD
  ctx.fillStyle = type ? inks.surface : inks.tints[card.kind]
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, 8)
  ctx.fill()
  ctx.strokeStyle = inks.line
  ctx.lineWidth = Math.max(1, 0.75 / zoom)
  ctx.stroke()
  ctx.fillStyle = ink
  ctx.beginPath()
  ctx.roundRect(x, y, edge, height, [8, 0, 0, 8])
  ctx.fill()
  if (!type) {
    const middle = [x + (edge + width - LONE_SIGN) / 2, y + (height - LONE_SIGN) / 2] as const
    paintSign(ctx, card, middle, LONE_SIGN, ink, look)
  } else if (type.isLarge) {
    const inEdge = [x + (BROAD - BROAD_SIGN) / 2, y + 12] as const
    paintSign(ctx, card, inEdge, BROAD_SIGN, inks.surface, look)
    paintTitle(ctx, card, type, [x + BROAD + 10, y], width - BROAD - 16, 0, look)
  } else {
    paintSign(ctx, card, [x + LEFT, y + 15], SIGN, ink, look)
    paintTitle(ctx, card, type, [x + LEFT, y + 10], width - LEFT - RIGHT, SIGN + 10, look)
  }
}

/** Draws the sign of a card, or of a kind of them, from its upper left corner. */
export function paintSign(
  ctx: CanvasRenderingContext2D,
  card: Parameters<typeof signId>[0],
  [x, y]: readonly [number, number],
  size: number,
  ink: string,
  { signs }: CardLook,
): void {
  const sign = signs.get(signId(card))
  if (!sign) return
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(size / 24, size / 24)
  ctx.strokeStyle = ink
  ctx.lineWidth = 2.4
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.stroke(sign)
  ctx.restore()
}

/** `indent`: the sign takes so much of the first line. */
function paintTitle(
  ctx: CanvasRenderingContext2D,
  card: Card,
  type: FarType,
  [x, y]: readonly [number, number],
  width: number,
  indent: number,
  { inks, font }: CardLook,
): void {
  const lines = linesOf(ctx, card, type, width, indent, font)
  const line = type.size * LEADING
  ctx.font = `600 ${type.size}px ${font}`
  ctx.fillStyle = inks.text
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  lines.forEach((text, row) => {
    ctx.fillText(text, x + (row === 0 ? indent : 0), y + type.size * 1.04 + row * line)
  })
}

/** Lines are kept by the card's value, which is replaced whole when anything in it changes; for each size and font. */
let kept: Record<number, WeakMap<Card, readonly string[]>> = {}

function linesOf(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { size, lines: most, isLarge }: FarType,
  width: number,
  indent: number,
  font: string,
): readonly string[] {
  const base = `600 ${SIZE}px ${font}`
  if (widthsFont !== base) {
    kept = {}
    widths.clear()
    widthsFont = base
  }
  const bySize = (kept[size] ??= new WeakMap())
  const known = bySize.get(card)
  if (known) return known
  // Always measured in one size, so that no word is measured twice.
  ctx.font = base
  const scale = SIZE / size
  const lines = wrap(card.title, width * scale, most, indent * scale, measureIn(ctx), isLarge)
  bySize.set(card, lines)
  return lines
}

const widths = new Map<string, number>()
let widthsFont = ''

/** Words come again and again: measuring is what costs. */
function measureIn(ctx: CanvasRenderingContext2D): Measure {
  if (widths.size > 20_000) widths.clear()
  return (text) => {
    let width = widths.get(text)
    if (width === undefined) widths.set(text, (width = ctx.measureText(text).width))
    return width
  }
}
