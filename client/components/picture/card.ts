import { PAPER } from './paper-inks.ts'
import type { Drawn, Picture, PicturedCard } from './picture.ts'
import { cut, line, lines } from './text.ts'
import { element } from './xml.ts'

const EDGE = 5
const LEFT = 15
const RIGHT = 12
const RADIUS = 8
const SIGN = 15
const TITLE = { size: 15, line: 19 }
const SMALL = 12
const AMOUNT = 13.5
const GAP = 6

/** A card as it is seen near on the screen: edge, header, title, foot. */
export function drawnCard(one: PicturedCard, picture: Picture, drawn: Drawn): string {
  const { card, box } = one
  const ink = PAPER.kinds[card.kind]
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})` },
    element('rect', {
      width: box.width,
      height: box.height,
      rx: RADIUS,
      fill: card.kind === 'note' ? PAPER.tints.note : PAPER.surface,
      stroke: PAPER.line,
    }),
    edge(card.kind === 'context', box.height, ink),
    head(one, ink, box.width, picture, drawn),
    title(one, box.width, picture, drawn),
    foot(one, ink, box.width, box.height, drawn),
  )
}

/** A dashed edge informs, a full one spends. */
const edge = (isDashed: boolean, height: number, ink: string): string =>
  isDashed
    ? element('path', {
        d: `M${EDGE / 2} ${RADIUS / 2}V${height - RADIUS / 2}`,
        stroke: ink,
        'stroke-width': EDGE,
        'stroke-dasharray': '9 5',
      })
    : element('path', {
        d: `M${EDGE} 0V${height}A${EDGE} ${RADIUS} 0 0 1 0 ${height - RADIUS}V${RADIUS}A${EDGE} ${RADIUS} 0 0 1 ${EDGE} 0Z`,
        fill: ink,
      })

function head(
  { card, fact }: PicturedCard,
  ink: string,
  width: number,
  { kindWord }: Picture,
  drawn: Drawn,
): string {
  const kind = kindWord(card.kind)
  const at = LEFT + SIGN + GAP
  const factAt = at + drawn.measure(kind, SMALL, 600) + GAP
  const shown = cut(fact, width - RIGHT - factAt, SMALL, 400, drawn)
  return [
    sign(drawn.sign(card), LEFT, 11, SIGN, ink),
    line(kind, { x: at, y: 22, size: SMALL, weight: 600, fill: ink }),
    shown && line(shown, { x: factAt, y: 22, size: SMALL, fill: PAPER.secondary }),
  ].join('')
}

/** The sign of a kind, at a size. */
export const sign = (shapes: string, x: number, y: number, size: number, ink: string): string =>
  element(
    'g',
    {
      transform: `translate(${x} ${y}) scale(${size / 24})`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    shapes,
  )

const isFootless = ({ chips, amount, more }: PicturedCard): boolean =>
  chips.length === 0 && amount === '' && more === ''

function title(one: PicturedCard, width: number, { untitled }: Picture, drawn: Drawn): string {
  const text = one.card.title.trim()
  const style = text
    ? ({ fill: PAPER.text, weight: 600 } as const)
    : ({ fill: PAPER.secondary, weight: 400 } as const)
  return lines(
    text || untitled,
    width - LEFT - RIGHT,
    isFootless(one) ? 3 : 2,
    TITLE.size,
    style.weight,
    drawn,
  )
    .map((row, nth) => line(row, { x: LEFT, y: 45 + nth * TITLE.line, size: TITLE.size, ...style }))
    .join('')
}

/** Chips from the left, the amount at the right; a chip gets what room is left. */
function foot(one: PicturedCard, ink: string, width: number, height: number, drawn: Drawn): string {
  if (isFootless(one)) return ''
  const { amount, more, card } = one
  const base = height - 15
  let right = width - RIGHT
  const parts: string[] = []
  const put = (text: string, size: number, fill: string): void => {
    if (text === '') return
    parts.push(line(text, { x: right, y: base, size, weight: 600, anchor: 'end', fill }))
    right -= drawn.measure(text, size, 600) + 8
  }
  put(amount, AMOUNT, PAPER.text)
  put(more, SMALL, ink)
  let left = LEFT
  for (const chip of one.chips) {
    const room = right - left - 2 * GAP
    const shown = room > 24 ? cut(chip, room, SMALL, 400, drawn) : ''
    if (shown === '') break
    const chipWidth = drawn.measure(shown, SMALL, 400) + 2 * GAP
    parts.push(
      element('rect', {
        x: left,
        y: base - 14,
        width: chipWidth,
        height: 20,
        rx: 4,
        fill: card.kind === 'note' ? PAPER.surface : PAPER.tints[card.kind],
      }),
      line(shown, { x: left + GAP, y: base, size: SMALL, fill: PAPER.secondary }),
    )
    left += chipWidth + GAP
  }
  return parts.join('')
}
