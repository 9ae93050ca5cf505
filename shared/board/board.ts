import type * as Y from 'yjs'
import type { CardId, LinkId } from '../ids.ts'
import { remembered } from '../remembered.ts'
import { readCard, type Card, type CardOf, type Kind } from './card.ts'
import { brokenCycles } from './cycles.ts'
import { ENDS, fits, readLink, type Link, type LinkKind, type LinkOf } from './link.ts'
import { cardsOf, HEADER, headerOf, linksOf } from './schema.ts'

/** The board as a plain immutable value: what the plan, the exports and the tests read. */
export interface Board {
  readonly header: Header
  /** Cards that are on the table, by id; those in the trash are left out. */
  readonly cards: ReadonlyMap<CardId, Card>
  readonly trash: ReadonlyMap<CardId, Card>
  /** Links whose two ends are on the table and fit; `enables` has no cycle. */
  readonly links: ReadonlyMap<LinkId, Link>
}

export interface Header {
  readonly title: string
  /** Id of the programme pack. */
  readonly programme: string
  /** Name of the city, as in the pack. */
  readonly city: string
}

/**
 * Reads the whole document. Total: whatever two honest people merged, the result holds every invariant of
 * `invariants.ts`, because what does not fit is left out of the reading (never out of the document).
 */
export function boardOf(doc: Y.Doc): Board {
  const cards = sorted(cardsOf(doc)).flatMap(([id, record]) => readCard(id, record) ?? [])
  const links = sorted(linksOf(doc)).flatMap(([id, record]) => readLink(id, record) ?? [])
  return boardFrom(readHeader(doc), cards, links)
}

/** The board from what its records say, each in the order of their ids. */
export function boardFrom(header: Header, read: Iterable<Card>, readLinks: Iterable<Link>): Board {
  const cards = new Map<CardId, Card>()
  const trash = new Map<CardId, Card>()
  for (const card of read) (card.deleted ? trash : cards).set(card.id, card)
  for (const card of cards.values()) {
    const clean = withoutStrayReferences(card, cards)
    if (clean !== card) cards.set(card.id, clean)
  }
  const links = new Map<LinkId, Link>()
  for (const link of readLinks) if (fitsBoard(link, cards)) links.set(link.id, link)
  for (const id of brokenCycles([...links.values()])) links.delete(id)
  return { header, cards, trash, links }
}

export function readHeader(doc: Y.Doc): Header {
  const header = headerOf(doc)
  const textAt = (key: string): string => {
    const value = header.get(key)
    return typeof value === 'string' ? value : ''
  }
  return { title: textAt(HEADER.title), programme: textAt(HEADER.programme), city: textAt(HEADER.city) }
}

function fitsBoard(link: Link, cards: ReadonlyMap<CardId, Card>): boolean {
  const from = cards.get(link.from)
  const to = cards.get(link.to)
  return (
    !!from && !!to && from.id !== to.id && (ENDS[link.kind] === null || fits(link.kind, from.kind, to.kind))
  )
}

/** An action in a frame that is gone is in no frame; a need merged into one that is gone stands for itself. */
function withoutStrayReferences(card: Card, cards: ReadonlyMap<CardId, Card>): Card {
  if (
    card.kind === 'action' &&
    card.intervention !== undefined &&
    cards.get(card.intervention as CardId)?.kind !== 'intervention'
  ) {
    return unframed(card)
  }
  if (card.kind === 'need' && card.mergedInto !== undefined && survivorOf(card, cards) === card.id) {
    return unmerged(card)
  }
  return card
}

const unframed = remembered(({ intervention: _, ...rest }: CardOf<'action'>): Card => rest)
const unmerged = remembered(({ mergedInto: _, ...rest }: CardOf<'need'>): Card => rest)

/**
 * The need that speaks for this one after merges, following the chain. Two people may merge two needs into each other
 * at once; the smallest id of such a ring survives, the same on every replica.
 */
export function survivorOf(need: CardOf<'need'>, cards: Pick<ReadonlyMap<CardId, Card>, 'get'>): CardId {
  const seen: CardId[] = []
  let at: CardOf<'need'> = need
  for (;;) {
    const ring = seen.indexOf(at.id)
    if (ring >= 0) return seen.slice(ring).sort()[0] as CardId
    seen.push(at.id)
    const next = at.mergedInto === undefined ? undefined : cards.get(at.mergedInto as CardId)
    if (next?.kind !== 'need') return at.id
    at = next
  }
}

/** The cards of one kind, in the order of their ids. */
export function ofKind<K extends Kind>(cards: Iterable<Card>, kind: K): CardOf<K>[] {
  return [...cards].filter((card): card is CardOf<K> => card.kind === kind)
}

export function linksOfKind<K extends LinkKind>(links: Iterable<Link>, kind: K): LinkOf<K>[] {
  return [...links].filter((link): link is LinkOf<K> => link.kind === kind)
}

const sorted = <T>(map: Y.Map<T>): [string, T][] => [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
