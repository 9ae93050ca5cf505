import { createSubscriber } from 'svelte/reactivity'
import type { Link } from '../../shared/board/link.ts'
import { expand, type Box } from '../../shared/geometry/box.ts'
import { crosses, type LinkPath } from '../../shared/geometry/link-path.ts'
import { CLEAR, type Route } from '../../shared/geometry/route-link.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import { routeBetween } from './drawn-link.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** What must be known of where things stand. */
interface Places {
  readonly cards: Pick<SpatialIndex<CardId>, 'query' | 'box'>
  readonly links: Pick<SpatialIndex<LinkId>, 'query' | 'box'>
  box(id: CardId): Box | null
  /** Where a link ends: at a card, or at the folded frame that hides it. */
  endOf(id: CardId): CardId
  onChange(listener: () => void): () => void
}

/**
 * The ways of the links that were looked at, at rest. A card that comes to stand elsewhere takes its own links with it,
 * and makes those that pass by look for their way again; what is far from it costs nothing.
 */
export class LinkRoutes {
  readonly #routes = new Map<LinkId, Route>()
  readonly #watch = createSubscriber((update) => this.index.onChange(update))

  constructor(private readonly index: Places) {}

  /** Null when an end is not drawn. Reactive to what moves. */
  path(link: Link): LinkPath | null {
    this.#watch()
    const known = this.#routes.get(link.id)
    if (known) return known.path
    const [start, end] = [this.index.endOf(link.from), this.index.endOf(link.to)]
    const [from, to] = [this.index.box(start), this.index.box(end)]
    if (!from || !to || start === end) return null
    const route = routeNow(this.index, link, from, to, NONE)
    this.#routes.set(link.id, route)
    return route.path
  }

  forget(id: LinkId): void {
    this.#routes.delete(id)
  }

  /** Lets links look for their way again that pass places where a card was or is; returns which. */
  giveWay(moved: readonly Box[]): LinkId[] {
    if (this.#routes.size === 0) return []
    const giving: LinkId[] = []
    for (const place of moved)
      for (const id of this.index.links.query(place)) {
        const route = this.#routes.get(id)
        if (!route || (route.isPlain && !crosses(route.path, [expand(place, CLEAR)]))) continue
        this.#routes.delete(id)
        giving.push(id)
      }
    return giving
  }
}

/** The way of a link between two places, around cards but those that are left out: they are on their way themselves. */
export const routeNow = (
  { cards }: Pick<Places, 'cards'>,
  link: Link,
  from: Box,
  to: Box,
  without: ReadonlySet<CardId>,
): Route =>
  routeBetween(link, from, to, (box) =>
    cards
      .query(box)
      .filter((id) => id !== link.from && id !== link.to && !without.has(id))
      .flatMap((id) => cards.box(id) ?? []),
  )

const NONE: ReadonlySet<CardId> = new Set()
