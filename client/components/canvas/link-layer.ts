import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import { outlineOf, pathBox, type LinkPath } from '../../../shared/geometry/link-path.ts'
import type { Link } from '../../../shared/board/link.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { LinkLabels } from './link-labels.ts'
import { lineElement, MovingLinks, svgElement } from './link-elements.ts'
import type { DrawnLink } from './paint-links.ts'
import { pathNow } from './painter.ts'
import type { Stage } from './stage.svelte.ts'

/** Links that become elements, or cease to be, in one frame. */
const BUDGET = 24
const BUDGET_MOVING = 6

interface Line {
  readonly link: Link
  readonly element: SVGPathElement
  path: LinkPath | null
}

/**
 * The links in and around the view as elements under the cards: they pan with their layer without being painted, and one
 * that changes is painted alone, not by the page's own thread. A few come and go a frame, like cards; those that are not
 * there yet are drawn on the canvas.
 */
export class LinkLayer {
  readonly #lines = new Map<LinkId, Line>()
  #wanted: ReadonlySet<LinkId> = NOTHING
  /** Of cards on their way: drawn apart. */
  #carried: ReadonlySet<LinkId> = NOTHING
  /** Of links that step back for what a filter finds, and of the others. */
  readonly #dimmed: SVGGElement
  readonly #plain: SVGGElement
  readonly #moving: MovingLinks
  readonly #labels: LinkLabels
  /** What the last frame was drawn for. */
  #area: Box | null = null
  #chosen: LinkId | null = null
  #found: unknown = null
  #isStale = true
  /** Links that may go another way since. */
  readonly #touched = new Set<LinkId>()
  #isDone = true
  readonly #stop: () => void

  constructor(
    private readonly stage: Stage,
    svg: SVGSVGElement,
  ) {
    const { index } = stage.scene
    const groupOf = (looks: string): SVGGElement => svg.appendChild(svgElement('g', looks))
    // The lowest first.
    this.#dimmed = groupOf('dimmed')
    this.#plain = groupOf('plain')
    this.#moving = new MovingLinks(groupOf('moving'))
    this.#labels = new LinkLabels(groupOf('labels'), (box) => index.cards.query(box).length > 0)
    this.#stop = index.onChange(({ links }) => {
      for (const id of links) this.#touched.add(id)
    })
  }

  /** Whether a link is an element now. */
  has(id: LinkId): boolean {
    return this.#lines.has(id) || this.#carried.has(id)
  }

  /** Brings the elements one step nearer to what the view wants; returns whether another frame is needed. */
  frame(): boolean {
    const { area, onTheWay, scene } = this.stage
    const { selection, filters } = scene
    const isDimmedAnew = filters.found !== this.#found
    this.#isStale ||= area !== this.#area || selection.link !== this.#chosen || isDimmedAnew
    const isLate = this.#isStale || this.#touched.size > 0 || onTheWay.size > 0 || this.#carried.size > 0
    if (!isLate && this.#isDone) return false
    this.#area = area
    this.#chosen = selection.link
    this.#found = filters.found
    if (isLate) this.#update(onTheWay)
    for (const id of isDimmedAnew ? this.#lines.keys() : this.#touched) this.#draw(this.#lines.get(id))
    this.#touched.clear()
    this.#isStale = false
    this.#isDone = this.#mount()
    this.#labels.place(this.#drawn(), this.#chosen, (link) => this.#dims(link))
    return !this.#isDone
  }

  /** Labels are measured anew: the letters they are written in have come. */
  fontsCame(): void {
    this.#labels.forget()
    this.#isStale = true
  }

  close(): void {
    this.#stop()
  }

  #update(onTheWay: ReadonlySet<CardId>): void {
    const { stage } = this
    const { board, index } = stage.scene
    const area = stage.isFar ? null : this.#area
    const wanted = new Set(area ? index.links.query(area) : [])
    const moving: DrawnLink[] = []
    const carried = new Set<LinkId>()
    if (area)
      for (const card of onTheWay)
        for (const id of board.linksOf(card)) {
          const link = board.links.get(id)
          const path = link && index.links.box(id) !== null && pathNow(stage.scene, link, onTheWay)
          wanted.delete(id)
          carried.add(id)
          if (path && overlaps(pathBox(path), area)) moving.push({ link, path })
        }
    this.#wanted = wanted
    this.#carried = carried
    this.#moving.draw(moving, (link) => this.#dims(link))
  }

  /** What is missing comes first, then what is no longer wanted goes. Returns whether there was nothing to do. */
  #mount(): boolean {
    const { board } = this.stage.scene
    const budget = this.stage.isMoving ? BUDGET_MOVING : BUDGET
    let left = budget
    for (const [id, line] of this.#lines)
      // What is gone, or carried away, would be seen where it was.
      if (board.links.get(id) !== line.link || this.#carried.has(id)) this.#remove(line)
    for (const id of this.#wanted) {
      const link = this.#lines.has(id) ? undefined : board.links.get(id)
      if (!link) continue
      if (left-- <= 0) return false
      const line: Line = { link, element: lineElement(link), path: null }
      this.#lines.set(id, line)
      this.#draw(line)
    }
    for (const [id, line] of this.#lines) {
      if (this.#wanted.has(id)) continue
      if (left-- <= 0) return false
      this.#remove(line)
    }
    return left === budget
  }

  #remove({ link, element }: Line): void {
    element.remove()
    this.#lines.delete(link.id)
  }

  #draw(line: Line | undefined): void {
    if (!line) return
    const { link, element } = line
    const path = this.stage.scene.index.path(link.id)
    if (path !== line.path) element.setAttribute('d', path ? outlineOf(path) : '')
    line.path = path
    const group = this.#dims(link) ? this.#dimmed : this.#plain
    if (element.parentNode !== group) group.append(element)
  }

  #dims({ from, to }: Link): boolean {
    const { filters } = this.stage.scene
    return filters.found !== null && (filters.dims(from) || filters.dims(to))
  }

  *#drawn(): Generator<DrawnLink> {
    for (const { link, path } of this.#lines.values()) if (path) yield { link, path }
    yield* this.#moving.drawn
  }
}

const NOTHING: ReadonlySet<LinkId> = new Set()
