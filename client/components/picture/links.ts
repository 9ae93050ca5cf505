import { hasArrow } from '../../board/drawn-link.ts'
import { outlineOf, type LinkPath } from '../../../shared/geometry/link-path.ts'
import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import { labelBox, labelOf, labelsInk } from '../canvas/link-label.ts'
import { arrowPoints, styleOf, type DrawnLink } from '../canvas/paint-links.ts'
import { PAPER } from './paper-inks.ts'
import type { Drawn, Picture } from './picture.ts'
import { line } from './text.ts'
import { element, short } from './xml.ts'

const LABEL = 12

/** The lines between cards, with their arrow heads. */
export const drawnLinks = ({ links }: Picture): string => links.map(drawnLink).join('')

/** What the lines say, where no card hides it: drawn after all of them. */
export function drawnLabels({ links, cards }: Picture, drawn: Drawn): string {
  const taken: Box[] = cards.map(({ box }) => box)
  const isCovered = (box: Box): boolean => taken.some((one) => overlaps(one, box))
  return links
    .map((one) => {
      const label = labelOf(one.link)
      const place = label === null ? null : labelBox(one, drawn.measure(label, LABEL, 600) + 6, isCovered)
      if (label === null || !place) return ''
      const { box, isOnLine } = place
      taken.push(box)
      const ground = { ...box, rx: 4, fill: PAPER.canvas }
      return [
        isOnLine ? element('rect', { ...ground }) : '',
        line(label, {
          x: box.x + box.width / 2,
          y: box.y + 12,
          size: LABEL,
          weight: 600,
          anchor: 'middle',
          fill: labelsInk(one.link, PAPER),
        }),
      ].join('')
    })
    .join('')
}

/** One stroke in the manner of a kind of link; also for the legend. */
export function stroke(kind: DrawnLink['link']['kind'], path: LinkPath): string {
  const { ink, dash } = styleOf(kind, PAPER)
  return [
    element('path', {
      d: outlineOf(path, pair),
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.75,
      'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
    }),
    hasArrow({ kind }) ? element('path', { d: `M${arrowPoints(path).map(pair).join('L')}Z`, fill: ink }) : '',
  ].join('')
}

const drawnLink = ({ link, path }: DrawnLink): string => stroke(link.kind, path)

const pair = ([x, y]: readonly [number, number]): string => `${short(x)} ${short(y)}`
