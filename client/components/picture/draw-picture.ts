import { around, type Box } from '../../../shared/geometry/box.ts'
import { pathBox } from '../../../shared/geometry/link-path.ts'
import { drawnCard } from './card.ts'
import { drawnFrame } from './frame.ts'
import { drawnLegend } from './legend.ts'
import { drawnLabels, drawnLinks } from './links.ts'
import { PAPER } from './paper-inks.ts'
import { FONT, type Drawn, type Picture } from './picture.ts'
import { line, lines } from './text.ts'
import { element, words } from './xml.ts'

const MARGIN = 40
/** Title and legend need this much, however little there is to show. */
const NARROWEST = 640
/** On a wider board they are written larger, so that they can be read when the whole is one page. */
const USUAL = 1_400

/** A drawing with its size in board points: `markup` is one whole SVG element. */
export interface Drawing {
  readonly markup: string
  readonly width: number
  readonly height: number
}

/**
 * Draws a board as SVG with real texts: title and date above, what signs mean below. The same picture gives the same
 * bytes.
 */
export function drawPicture(picture: Picture, drawn: Drawn): Drawing {
  const shown = placeOf(picture)
  const width = Math.ceil(Math.max(NARROWEST, shown.width) + 2 * MARGIN)
  const scale = Math.max(1, width / USUAL)
  const room = (width - 2 * MARGIN) / scale
  const head = drawnHead(picture, room, drawn)
  const legend = drawnLegend(picture, room, drawn)
  const top = MARGIN + head.height * scale
  const legendAt = top + shown.height + 28 * scale
  const height = Math.ceil(legendAt + legend.height * scale + MARGIN / 2)
  const left = (width - shown.width) / 2
  const markup = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang: picture.lang,
      'font-family': FONT,
      'text-rendering': 'geometricPrecision',
    },
    element('title', {}, words(picture.title)),
    element('rect', { width, height, fill: PAPER.canvas }),
    element('g', { transform: `translate(${MARGIN} ${MARGIN}) scale(${scale})` }, head.markup),
    element(
      'g',
      { transform: `translate(${left - shown.x} ${top - shown.y})` },
      ...picture.frames.map((frame) => drawnFrame(frame, picture, drawn)),
      drawnLinks(picture),
      ...picture.cards.map((card) => drawnCard(card, picture, drawn)),
      drawnLabels(picture, drawn),
    ),
    element('g', { transform: `translate(${MARGIN} ${legendAt}) scale(${scale})` }, legend.markup),
  )
  return { markup, width, height }
}

/** The same with CSS that carries the typeface, for where it is not installed. */
export const withFonts = (markup: string, css: string): string =>
  css === '' ? markup : markup.replace('</title>', () => `</title>${element('style', {}, words(css))}`)

function placeOf({ cards, frames, links }: Picture): Box {
  const boxes = [...cards, ...frames].map(({ box }) => box)
  return around([...boxes, ...links.map(({ path }) => pathBox(path))]) ?? { x: 0, y: 0, width: 0, height: 0 }
}

function drawnHead(
  { title, subtitle, total }: Picture,
  width: number,
  drawn: Drawn,
): { readonly markup: string; readonly height: number } {
  const amountWidth = total
    ? Math.max(drawn.measure(total.amount, 20, 700), drawn.measure(total.word, 13, 400))
    : 0
  const rows = lines(title, width - amountWidth - (total ? 40 : 0), 2, 26, 700, drawn)
  const below = 22 + rows.length * 32 - 8
  const height = below + 34
  return {
    height,
    markup: [
      ...rows.map((row, nth) =>
        line(row, { x: 0, y: 22 + nth * 32, size: 26, weight: 700, fill: PAPER.text }),
      ),
      line(subtitle, { x: 0, y: below, size: 14, fill: PAPER.secondary }),
      ...(total
        ? [
            line(total.amount, { x: width, y: 22, size: 20, weight: 700, anchor: 'end', fill: PAPER.text }),
            line(total.word, { x: width, y: below, size: 13, anchor: 'end', fill: PAPER.secondary }),
          ]
        : []),
      element('path', { d: `M0 ${below + 14}H${width}`, stroke: PAPER.line }),
    ].join(''),
  }
}
