import { SvelteSet } from 'svelte/reactivity'
import type { CardId, LinkId } from '../../shared/ids.ts'

/** What is chosen now: cards, or one link. Reading `has(id)` inside a card wakes that card alone. */
export class Selection {
  readonly cards = new SvelteSet<CardId>()
  #link = $state.raw<LinkId | null>(null)
  /** The card whose title is being typed in, on the canvas. */
  editing = $state.raw<CardId | null>(null)

  get link(): LinkId | null {
    return this.#link
  }

  /** The one chosen card, or null when there are none or several. */
  get only(): CardId | null {
    if (this.cards.size !== 1) return null
    for (const id of this.cards) return id
    return null
  }

  has(id: CardId): boolean {
    return this.cards.has(id)
  }

  choose(ids: Iterable<CardId>): void {
    const next = new Set(ids)
    for (const id of [...this.cards]) if (!next.has(id)) this.cards.delete(id)
    for (const id of next) this.cards.add(id)
    this.#link = null
    if (this.editing !== null && !next.has(this.editing)) this.editing = null
  }

  toggle(id: CardId): void {
    if (!this.cards.delete(id)) this.cards.add(id)
    this.#link = null
  }

  chooseLink(id: LinkId): void {
    this.choose([])
    this.#link = id
  }

  clear(): void {
    this.choose([])
  }
}
