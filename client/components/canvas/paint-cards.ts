import type { Card, Kind } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { Inks } from './inks.ts'
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

/** Titles smaller than this on screen are a grey mist that costs time. */
export const TITLES_FROM = 0.16
/** From here on a card is a dab of its colour: neither sign nor corners are seen. */
const SIGNS_FROM = 0.1

/** Titles of far cards, larger than near: a projector shows the board from the back of the room. */
const EDGE = 12
export const SIZE = 25
const LINE = 31
const LEFT = 26
const RIGHT = 12
export const SIGN = 28

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
  if (look.zoom < SIGNS_FROM) paintDabs(ctx, cards, look)
  else for (const [card, box] of cards) paintCard(ctx, card, box, look)
}

const DAB_EDGE = 40

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
    for (const { x, y, height } of boxes) ctx.fillRect(x, y, DAB_EDGE, height)
  }
}

function paintCard(
  ctx: CanvasRenderingContext2D,
  card: Card,
  { x, y, width, height }: Box,
  look: CardLook,
): void {
  const { inks, zoom } = look
  const ink = inks.kinds[card.kind]
  ctx.fillStyle = zoom < TITLES_FROM ? inks.tints[card.kind] : inks.surface
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, 8)
  ctx.fill()
  ctx.strokeStyle = inks.line
  ctx.lineWidth = Math.max(1, 0.75 / zoom)
  ctx.stroke()
  ctx.fillStyle = ink
  ctx.beginPath()
  ctx.roundRect(x, y, EDGE, height, [8, 0, 0, 8])
  ctx.fill()
  paintSign(ctx, card, [x + LEFT, y + 15], ink, look)
  if (zoom >= TITLES_FROM) paintTitle(ctx, card, [x + LEFT, y + 15], width - LEFT - RIGHT, look)
}

/** Draws the sign of a card, or of a kind of them, around a point on its left. */
export function paintSign(
  ctx: CanvasRenderingContext2D,
  card: Parameters<typeof signId>[0],
  [x, y]: readonly [number, number],
  ink: string,
  { signs }: CardLook,
): void {
  const sign = signs.get(signId(card))
  if (!sign) return
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(SIGN / 24, SIGN / 24)
  ctx.strokeStyle = ink
  ctx.lineWidth = 2.4
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.stroke(sign)
  ctx.restore()
}

/** The sign takes the start of the first line. */
const INDENT = SIGN + 10

function paintTitle(
  ctx: CanvasRenderingContext2D,
  card: Card,
  [x, y]: readonly [number, number],
  width: number,
  { inks, font }: CardLook,
): void {
  ctx.font = `600 ${SIZE}px ${font}`
  ctx.fillStyle = inks.text
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  linesOf(ctx, card, width).forEach((line, row) => {
    ctx.fillText(line, x + (row === 0 ? INDENT : 0), y + 22 + row * LINE)
  })
}

/** Lines are kept by the card's value, which is replaced whole when anything in it changes. */
const kept = new WeakMap<Card, { readonly font: string; readonly lines: readonly string[] }>()

function linesOf(ctx: CanvasRenderingContext2D, card: Card, width: number): readonly string[] {
  const known = kept.get(card)
  if (known?.font === ctx.font) return known.lines
  const lines = wrap(card.title, width, 3, INDENT, measureIn(ctx))
  kept.set(card, { font: ctx.font, lines })
  return lines
}

const widths = new Map<string, number>()
let widthsFont = ''

/** Words come again and again: measuring is what costs. */
function measureIn(ctx: CanvasRenderingContext2D): Measure {
  if (widthsFont !== ctx.font || widths.size > 20_000) {
    widths.clear()
    widthsFont = ctx.font
  }
  return (text) => {
    let width = widths.get(text)
    if (width === undefined) widths.set(text, (width = ctx.measureText(text).width))
    return width
  }
}
