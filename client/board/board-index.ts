import { SvelteMap } from 'svelte/reactivity'
import { survivorOf } from '../../shared/board/board.ts'
import { isFrame, type Card, type Kind } from '../../shared/board/card.ts'
import { boxOn, frameOf, hiddenBy } from '../../shared/board/folded.ts'
import { fits, type Link } from '../../shared/board/link.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { LinkPath } from '../../shared/geometry/link-path.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import type { BoardChange, BoardView } from './board-view.svelte.ts'
import { reachBetween } from './drawn-link.ts'
import { LinkRoutes } from './link-routes.ts'
import { SpatialIndex } from './spatial-index.ts'

/** What one transaction did to the drawing. */
export interface IndexChange {
  /** Cards that moved, came, went or changed their contents. */
  readonly cards: ReadonlySet<CardId>
  /** Links that may take another way now, or none. */
  readonly links: ReadonlySet<LinkId>
  /** Where something looks different now: old places and new ones. */
  readonly boxes: readonly Box[]
}

/**
 * Where everything drawn on the canvas stands, at rest: cards, frames, and links by what decides their way. Fed by
 * `BoardView`, so that one change costs the same on every board. Needs that speak through another one are not drawn, nor is
 * what a folded frame hides, nor are links with an end that is not drawn or that does not fit.
 */
export class BoardIndex {
  readonly cards = new SpatialIndex<CardId>()
  readonly frames = new SpatialIndex<CardId>()
  readonly links = new SpatialIndex<LinkId>()
  readonly #routes = new LinkRoutes(this)
  /** Needs by the need they were merged into: when that one goes, they may be drawn again. */
  readonly #speakers = new Map<CardId, Set<CardId>>()
  readonly #mergedInto = new Map<CardId, CardId>()
  /** Cards by the frame they go with: when that one is folded, opened or moved while folded, so are they. */
  readonly #held = new Map<CardId, Set<CardId>>()
  readonly #holder = new Map<CardId, CardId>()
  /** How many cards a frame holds, for its heading. */
  readonly holds = new SvelteMap<CardId, number>()
  readonly #listeners = new Set<(change: IndexChange) => void>()
  readonly #stop: () => void

  constructor(private readonly board: BoardView) {
    const cards: [CardId, Box][] = []
    const frames: [CardId, Box][] = []
    for (const id of board.cards.keys()) {
      const card = board.card(id)
      if (!card) continue
      this.#follow(card)
      if (this.isDrawn(card)) (isFrame(card) ? frames : cards).push([id, boxOn(card)])
    }
    this.cards.load(cards)
    this.frames.load(frames)
    const links: [LinkId, Box][] = []
    for (const link of board.links.values()) {
      const box = this.#linkBox(link)
      if (box) links.push([link.id, box])
    }
    this.links.load(links)
    this.#stop = board.onChange((change) => this.#update(change))
  }

  /** The cards that go with a frame: the actions of an intervention, and what it was folded over. */
  heldBy(frame: CardId): ReadonlySet<CardId> {
    return this.#held.get(frame) ?? NOBODY
  }

  /** How many cards of each kind a frame holds, by how many there are; reactive. */
  kindsIn(frame: CardId): readonly (readonly [Kind, number])[] {
    void this.holds.get(frame)
    const counts = new Map<Kind, number>()
    for (const id of this.heldBy(frame)) {
      const kind = this.board.card(id)?.kind
      if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return [...counts].sort(([, a], [, b]) => b - a)
  }

  /** Whether a card has a place of its own on the canvas. */
  isDrawn(card: Card): boolean {
    if (this.hiderOf(card) !== null) return false
    return (
      card.kind !== 'need' ||
      card.mergedInto === undefined ||
      survivorOf(card, { get: (id) => this.board.card(id) }) === card.id
    )
  }

  /** The folded frame that hides a card; null when it is seen. */
  hiderOf(card: Card): CardId | null {
    return hiddenBy(card, (id) => this.board.card(id))
  }

  /** Where a link ends on the canvas: at a card, or at the folded frame that hides it. */
  endOf(id: CardId): CardId {
    const card = this.board.card(id)
    return (card && this.hiderOf(card)) ?? id
  }

  /** Where a card or a frame stands at rest; null when it is not drawn. */
  box(id: CardId): Box | null {
    return this.cards.box(id) ?? this.frames.box(id)
  }

  /** The line of a link at rest; null when it is not drawn. Worked out when it is first asked for; reactive. */
  path(id: LinkId): LinkPath | null {
    const link = this.links.box(id) === null ? undefined : this.board.links.get(id)
    return link ? this.#routes.path(link) : null
  }

  /** Told once after each change that touches the drawing. Returns how to stop. */
  onChange(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #update(change: BoardChange): void {
    const cards = new Set(change.cards)
    // The set grows while it is walked: needs may speak through one that speaks through another.
    for (const id of cards) {
      for (const speaker of this.#speakers.get(id) ?? []) cards.add(speaker)
      for (const one of this.#held.get(id) ?? []) cards.add(one)
    }
    const links = new Set(change.links)
    const boxes: Box[] = []
    const placed: [CardId, Box, boolean][] = []
    const moved: Box[] = []
    for (const id of cards) {
      const before = this.cards.box(id)
      if (!this.#updateCard(id, boxes, placed)) continue
      for (const link of this.board.linksOf(id)) links.add(link)
      if (before) moved.push(before)
    }
    const landed = placed.filter(([, , isFramed]) => !isFramed)
    moved.push(...landed.map(([, box]) => box))
    this.cards.setAll(landed.map(([id, box]) => [id, box]))
    this.frames.setAll(placed.filter(([, , isFramed]) => isFramed).map(([id, box]) => [id, box]))
    for (const id of links) this.#routes.forget(id)
    const giving = this.#routes.giveWay(moved)
    boxes.push(...giving.flatMap((id) => this.links.box(id) ?? []))
    this.links.setAll([...links].flatMap((id) => this.#updateLink(id, boxes)))
    for (const id of giving) links.add(id)
    for (const listener of this.#listeners) listener({ cards, links, boxes })
  }

  /** Takes away what is no longer drawn, notes what is to be placed; returns whether anything moved. */
  #updateCard(id: CardId, boxes: Box[], placed: [CardId, Box, boolean][]): boolean {
    const card = this.board.card(id)
    const holder = this.#holder.get(id)
    this.#follow(card, id)
    // A folded frame shows what it holds.
    if (holder !== this.#holder.get(id)) boxes.push(...this.#boxesOf(holder, this.#holder.get(id)))
    const before = this.box(id)
    const after = card && this.isDrawn(card) ? boxOn(card) : null
    if (before) boxes.push(before)
    // The links of what a folded frame hides go where that goes.
    if (sameBox(before, after)) return card !== undefined && this.hiderOf(card) !== null
    if (after && card) {
      boxes.push(after)
      placed.push([id, after, isFrame(card)])
    } else {
      this.cards.delete(id)
      this.frames.delete(id)
    }
    return true
  }

  #boxesOf(...frames: readonly (CardId | undefined)[]): Box[] {
    return frames.flatMap((id) => (id && this.frames.box(id)) ?? [])
  }

  /** Takes a link away, or says where it goes. */
  #updateLink(id: LinkId, boxes: Box[]): readonly (readonly [LinkId, Box])[] {
    const link = this.board.links.get(id)
    const before = this.links.box(id)
    const after = link ? this.#linkBox(link) : null
    if (before) boxes.push(before)
    if (after) {
      boxes.push(after)
      return [[id, after]]
    }
    this.links.delete(id)
    return []
  }

  #linkBox(link: Link): Box | null {
    const from = this.board.card(link.from)
    const to = this.board.card(link.to)
    if (!from || !to || from.id === to.id || !fits(link.kind, from.kind, to.kind)) return null
    const [start, end] = [this.endOf(from.id), this.endOf(to.id)]
    const [one, other] = [this.board.card(start), this.board.card(end)]
    if (start === end || !one || !other || !this.isDrawn(one) || !this.isDrawn(other)) return null
    return reachBetween(link, boxOn(one), boxOn(other))
  }

  /** Keeps who speaks through whom, and what lies in which frame. */
  #follow(card: Card | undefined, id = card?.id): void {
    if (id === undefined) return
    this.#hold(id, card ? frameOf(card) : null)
    const into = card?.kind === 'need' ? (card.mergedInto as CardId | undefined) : undefined
    const before = this.#mergedInto.get(id)
    if (before === into) return
    if (before !== undefined) this.#speakers.get(before)?.delete(id)
    if (into === undefined) {
      this.#mergedInto.delete(id)
      return
    }
    this.#mergedInto.set(id, into)
    const speakers = this.#speakers.get(into)
    if (speakers) speakers.add(id)
    else this.#speakers.set(into, new Set([id]))
  }

  #hold(id: CardId, frame: CardId | null): void {
    const before = this.#holder.get(id) ?? null
    if (before === frame) return
    if (before !== null) {
      this.#held.get(before)?.delete(id)
      this.holds.set(before, countOf(this.#held.get(before)))
    }
    if (frame === null) {
      this.#holder.delete(id)
      return
    }
    this.#holder.set(id, frame)
    const held = this.#held.get(frame) ?? new Set()
    this.#held.set(frame, held.add(id))
    this.holds.set(frame, held.size)
  }
}

const NOBODY: ReadonlySet<CardId> = new Set()

const countOf = (ids: ReadonlySet<CardId> | undefined): number => ids?.size ?? 0

const sameBox = (a: Box | null, b: Box | null): boolean =>
  a === b || (!!a && !!b && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height)
