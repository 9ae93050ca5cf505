import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import type { Link } from '../../../shared/board/link.ts'
import type { LinkId } from '../../../shared/ids.ts'
import { svgElement } from './link-elements.ts'
import { labelBox, labelOf } from './link-label.ts'
import type { DrawnLink } from './paint-links.ts'

/** Room beside the letters. */
const ROOM = 6

interface Label {
  readonly element: SVGGElement
  said: string
}

/** What links say beside their lines, where no card hides it. */
export class LinkLabels {
  readonly #labels = new Map<LinkId, Label>()
  readonly #widths = new Map<string, number>()
  readonly #ruler = rulerOf()

  constructor(
    private readonly group: SVGGElement,
    private readonly isCovered: (box: Box) => boolean,
  ) {}

  /** Puts the labels of these links in their places, in the order of ids, so that the same ones stay; not that of the chosen one. */
  place(links: Iterable<DrawnLink>, chosen: LinkId | null, dims: (link: Link) => boolean): void {
    const saying = [...links]
      .flatMap((one) => {
        const text = one.link.id === chosen || dims(one.link) ? null : labelOf(one.link)
        return text === null ? [] : [{ ...one, text }]
      })
      .sort((a, b) => (a.link.id < b.link.id ? -1 : 1))
    const taken: Box[] = []
    const isCovered = (box: Box): boolean => taken.some((one) => overlaps(one, box)) || this.isCovered(box)
    const shown = new Set<LinkId>()
    for (const one of saying) {
      const place = labelBox(one, this.#widthOf(one.text) + ROOM, isCovered)
      if (!place) continue
      taken.push(place.box)
      shown.add(one.link.id)
      this.#show(one.link, one.text, place)
    }
    for (const [id, { element }] of this.#labels)
      if (!shown.has(id)) {
        element.remove()
        this.#labels.delete(id)
      }
  }

  /** Widths are measured again. */
  forget(): void {
    this.#widths.clear()
  }

  #show({ id, kind }: Link, text: string, { box, isOnLine }: { box: Box; isOnLine: boolean }): void {
    const said = `${kind}/${isOnLine}/${box.width}/${text}`
    const known = this.#labels.get(id)
    const label = known ?? { element: svgElement('g', kind), said: '' }
    const { element } = label
    element.setAttribute('transform', `translate(${box.x} ${box.y})`)
    if (label.said !== said) {
      element.setAttribute('class', kind)
      const letters = svgElement('text')
      letters.setAttribute('x', String(box.width / 2))
      letters.setAttribute('y', String(box.height / 2 + 0.5))
      letters.textContent = text
      element.replaceChildren(...(isOnLine ? [groundOf(box)] : []), letters)
      label.said = said
    }
    if (known) return
    this.#labels.set(id, label)
    this.group.append(element)
  }

  /** In board points. */
  #widthOf(text: string): number {
    const known = this.#widths.get(text)
    if (known !== undefined) return known
    this.#ruler.font = `600 12px ${getComputedStyle(this.group).fontFamily}`
    const { width } = this.#ruler.measureText(text)
    this.#widths.set(text, width)
    return width
  }
}

function rulerOf(): CanvasRenderingContext2D {
  const ruler = document.createElement('canvas').getContext('2d')
  if (!ruler) throw new Error('this browser draws nothing')
  return ruler
}

/** Hides the line behind the letters. */
function groundOf({ width, height }: Box): SVGRectElement {
  const ground = svgElement('rect')
  ground.setAttribute('width', String(width))
  ground.setAttribute('height', String(height))
  ground.setAttribute('rx', '4')
  return ground
}
