import { CARD_KINDS, FRAME_KINDS } from '../../../shared/board/card.ts'
import { hasArrow } from '../../board/drawn-link.ts'
import { styleOf } from '../canvas/paint-links.ts'
import { LINK_KINDS, type LinkKind } from '../../../shared/board/link.ts'
import { sign } from './card.ts'
import { stroke } from './links.ts'
import { PAPER } from './paper-inks.ts'
import type { Drawn, Picture } from './picture.ts'
import { line } from './text.ts'
import { element } from './xml.ts'

const SIZE = 13
const ROW = 26
const APART = 26
const STROKE = 44

/** What signs and lines mean, only those that are there; in rows of a width. */
export function drawnLegend(
  picture: Picture,
  width: number,
  drawn: Drawn,
): { readonly markup: string; readonly height: number } {
  const parts: string[] = []
  let [x, y] = [0, 0]
  for (const entry of entriesOf(picture, drawn)) {
    if (x > 0 && x + entry.width > width) [x, y] = [0, y + ROW]
    parts.push(element('g', { transform: `translate(${x} ${y})` }, entry.markup))
    x += entry.width + APART
  }
  return { markup: parts.join(''), height: parts.length === 0 ? 0 : y + ROW }
}

interface Entry {
  readonly markup: string
  readonly width: number
}

function entriesOf(picture: Picture, drawn: Drawn): Entry[] {
  const kinds = new Set([
    ...[...picture.cards, ...picture.frames].map(({ card }) => card.kind),
    ...picture.frames.flatMap(({ holds }) => holds.map(([kind]) => kind)),
  ])
  const links = new Set(picture.links.map(({ link }) => link.kind))
  const write = (text: string, x: number, fill: string): Entry => ({
    markup: line(text, { x, y: 17, size: SIZE, weight: 600, fill }),
    width: x + drawn.measure(text, SIZE, 600),
  })
  return [
    ...[...CARD_KINDS, ...FRAME_KINDS]
      .filter((kind) => kinds.has(kind))
      .map((kind): Entry => {
        const said = write(picture.kindWord(kind), 22, PAPER.kinds[kind])
        return { ...said, markup: sign(drawn.sign({ kind }), 0, 4, 16, PAPER.kinds[kind]) + said.markup }
      }),
    ...looksOf(links).map((alike): Entry => {
      const said = write(alike.map(picture.linkWord).join(', '), STROKE + 8, PAPER.secondary)
      return {
        ...said,
        markup:
          alike
            .slice(0, 1)
            .map((kind) => stroke(kind, across(STROKE)))
            .join('') + said.markup,
      }
    }),
  ]
}

/** Kinds of link that are drawn alike, together: their ends tell them apart. */
function looksOf(kinds: ReadonlySet<LinkKind>): readonly (readonly LinkKind[])[] {
  const looks = new Map<string, LinkKind[]>()
  for (const kind of LINK_KINDS.filter((one) => kinds.has(one))) {
    const look = JSON.stringify([styleOf(kind, PAPER), hasArrow({ kind })])
    looks.set(look, [...(looks.get(look) ?? []), kind])
  }
  return [...looks.values()]
}

const across = (length: number) =>
  ({
    start: [0, 13],
    startControl: [length / 3, 13],
    endControl: [length / 1.5, 13],
    end: [length, 13],
  }) as const
