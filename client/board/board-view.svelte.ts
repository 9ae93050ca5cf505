import { SvelteMap } from 'svelte/reactivity'
import type * as Y from 'yjs'
import { readHeader, type Header } from '../../shared/board/board.ts'
import { readCard, type Card } from '../../shared/board/card.ts'
import { readLink, type Link } from '../../shared/board/link.ts'
import { CARD, cardsOf, headerOf, linksOf } from '../../shared/board/schema.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import { CardView } from './card-view.svelte.ts'
import { idsOf } from './ids-of.ts'

/** What changed in one transaction, for those who keep an index beside the view. */
export interface BoardChange {
  readonly cards: ReadonlySet<CardId>
  readonly links: ReadonlySet<LinkId>
  /** Whether this browser's user caused it. */
  readonly local: boolean
}

/**
 * The mirror of the document for rendering, and its only observer. Map entries are identities, contents are
 * `$state.raw` inside them: one change costs the same at 100 and at 10,000 cards. Read cards through `get` inside
 * list items; iterate `cards` only where the list itself is shown.
 */
export class BoardView {
  /** Cards on the table. */
  readonly cards = new SvelteMap<CardId, CardView>()
  readonly links = new SvelteMap<LinkId, Link>()
  /** Cards in the trash. */
  readonly trash = new SvelteMap<CardId, Card>()
  #header = $state.raw<Header>({ title: '', programme: '', city: '' })
  readonly #linksOfCard = new Map<CardId, Set<LinkId>>()
  readonly #listeners = new Set<(change: BoardChange) => void>()
  readonly #stop: () => void

  constructor(private readonly doc: Y.Doc) {
    const cards = cardsOf(doc)
    const links = linksOf(doc)
    const header = headerOf(doc)
    const onCards = (events: Y.YEvent<Y.Map<unknown>>[], transaction: Y.Transaction): void =>
      this.#update(idsOf<CardId>(events, cards), new Set(), transaction.local)
    const onLinks = (events: Y.YEvent<Y.Map<unknown>>[], transaction: Y.Transaction): void =>
      this.#update(new Set(), idsOf<LinkId>(events, links), transaction.local)
    const onHeader = (): void => void (this.#header = readHeader(doc))
    cards.observeDeep(onCards as never)
    links.observeDeep(onLinks as never)
    header.observe(onHeader)
    this.#stop = () => {
      cards.unobserveDeep(onCards as never)
      links.unobserveDeep(onLinks as never)
      header.unobserve(onHeader)
    }
    onHeader()
    this.#update(new Set(cards.keys() as Iterable<CardId>), new Set(links.keys() as Iterable<LinkId>), false)
  }

  get header(): Header {
    return this.#header
  }

  card(id: CardId): Card | undefined {
    return this.cards.get(id)?.card
  }

  /** Ids of the links that touch a card; not reactive, for drawing and for indexes. */
  linksOf(id: CardId): ReadonlySet<LinkId> {
    return this.#linksOfCard.get(id) ?? NONE
  }

  /** Told after each transaction, once. Returns how to stop. */
  onChange(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #update(cards: ReadonlySet<CardId>, links: ReadonlySet<LinkId>, local: boolean): void {
    for (const id of cards) this.#updateCard(id)
    for (const id of links) this.#updateLink(id)
    for (const listener of this.#listeners) listener({ cards, links, local })
  }

  #updateCard(id: CardId): void {
    const record = cardsOf(this.doc).get(id)
    const card = record ? readCard(id, record) : null
    const view = this.cards.get(id)
    if (!card) {
      // Yjs may apply deletions before the values that replace them: keep the last good value meanwhile.
      if (!record || record.get(CARD.deleted) === true) this.cards.delete(id)
      if (!record) this.trash.delete(id)
    } else if (card.deleted) {
      this.cards.delete(id)
      this.trash.set(id, card)
    } else {
      this.trash.delete(id)
      if (view) view.card = card
      else this.cards.set(id, new CardView(card))
    }
  }

  #updateLink(id: LinkId): void {
    const before = this.links.get(id)
    const record = linksOf(this.doc).get(id)
    const link = record ? readLink(id, record) : null
    if (before) for (const end of [before.from, before.to]) this.#linksOfCard.get(end)?.delete(id)
    if (!link) {
      this.links.delete(id)
      return
    }
    this.links.set(id, link)
    for (const end of [link.from, link.to]) {
      const ids = this.#linksOfCard.get(end)
      if (ids) ids.add(id)
      else this.#linksOfCard.set(end, new Set([id]))
    }
  }
}

const NONE: ReadonlySet<LinkId> = new Set()
