import type { Link } from '../../../shared/board/link.ts'
import { outlineOf } from '../../../shared/geometry/link-path.ts'
import { hasArrow } from '../../board/drawn-link.ts'
import { arrowPoints, type DrawnLink } from './paint-links.ts'

/** An element of a drawing, with its classes; how they look is said in `Lines.svelte`. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  looks?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  if (looks) element.setAttribute('class', looks)
  return element
}

/** The line of one link, with its arrow head. */
export const lineElement = ({ kind }: Pick<Link, 'kind'>): SVGPathElement =>
  svgElement('path', `line ${kind}`)

/**
 * The links of cards on their way. They change in every frame, so those that look alike are one element for the lines and
 * one for the heads: twenty of them cost what one does.
 */
export class MovingLinks {
  #drawn: readonly DrawnLink[] = []
  readonly #pairs = new Map<string, readonly [lines: SVGPathElement, heads: SVGPathElement]>()

  constructor(private readonly group: SVGGElement) {}

  get drawn(): readonly DrawnLink[] {
    return this.#drawn
  }

  draw(links: readonly DrawnLink[], dims: (link: Link) => boolean): void {
    if (links.length === 0 && this.#drawn.length === 0) return
    this.#drawn = links
    const alike = new Map<string, DrawnLink[]>()
    for (const one of links) {
      const look = `${one.link.kind}${dims(one.link) ? ' back' : ''}`
      const group = alike.get(look)
      if (group) group.push(one)
      else alike.set(look, [one])
    }
    for (const [look, pair] of this.#pairs)
      if (!alike.has(look)) {
        for (const element of pair) element.remove()
        this.#pairs.delete(look)
      }
    for (const [look, group] of alike) {
      const [lines, heads] = this.#pairFor(look)
      lines.setAttribute('d', group.map(({ path }) => outlineOf(path)).join(''))
      heads.setAttribute('d', group.map(headOf).join(''))
    }
  }

  #pairFor(look: string): readonly [SVGPathElement, SVGPathElement] {
    const known = this.#pairs.get(look)
    if (known) return known
    const pair = [svgElement('path', `lines ${look}`), svgElement('path', `heads ${look}`)] as const
    this.group.append(...pair)
    this.#pairs.set(look, pair)
    return pair
  }
}

const headOf = ({ link, path }: DrawnLink): string =>
  hasArrow(link)
    ? `M${arrowPoints(path)
        .map(([x, y]) => `${x} ${y}`)
        .join('L')}Z`
    : ''
