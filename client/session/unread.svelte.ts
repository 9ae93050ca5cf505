import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Card } from '../../shared/board/card.ts'
import type { BoardId, CardId, CommentId, LinkId } from '../../shared/ids.ts'
import type { BoardView } from '../board/board-view.svelte.ts'
import type { Talk } from '../board/talk.svelte.ts'
import { readStoredJson, writeStored } from '../stored.ts'

/** What happened to a card while nobody looked at this browser. */
export type News = 'new' | 'changed'

const MOST = 1_000

/**
 * What came to a board while this browser was away: closed, without network, or with another page in front. It is told from
 * the browser's own copy, which is the board as it was last seen here, and kept until somebody looks or says that they did.
 */
export class Unread {
  readonly #cards = new SvelteMap<CardId, News>()
  readonly #comments = new SvelteSet<CommentId>()
  /** The cards as this browser last knew them. */
  readonly #known = new Map<CardId, Card>()
  /** Whether there is a board to compare with: the first time nothing is news. */
  #isArmed = false
  readonly #stop: () => void

  constructor(
    private readonly id: BoardId,
    private readonly board: BoardView,
    talk: Talk,
    private readonly isSynced: () => boolean,
  ) {
    const stops = [
      board.onChange(({ cards, links, local }) => this.#changed(cards, links, local)),
      talk.onSaid((fresh, local) => {
        if (!local && this.#isAway) for (const { id: comment } of fresh) this.#comments.add(comment)
      }),
    ]
    const keep = (): void => this.#keep()
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    this.#stop = () => {
      for (const stop of stops) stop()
      removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
    }
  }

  /** From here on what others do is compared with what this browser has, if it has anything. */
  arm(): void {
    for (const [id, { card }] of this.board.cards) this.#known.set(id, card)
    this.#isArmed = this.#known.size > 0
    const kept = (readStoredJson(this.#name) ?? {}) as { cards?: unknown; comments?: unknown }
    if (Array.isArray(kept.cards))
      for (const one of kept.cards as unknown[]) {
        const [id, news] = Array.isArray(one) ? (one as [unknown, unknown]) : []
        if (this.#known.has(id as CardId) && (news === 'new' || news === 'changed'))
          this.#cards.set(id as CardId, news)
      }
    if (Array.isArray(kept.comments))
      for (const id of kept.comments) if (typeof id === 'string') this.#comments.add(id as CommentId)
  }

  of(card: CardId): News | null {
    return this.#cards.get(card) ?? null
  }

  isFresh(comment: CommentId): boolean {
    return this.#comments.has(comment)
  }

  get cards(): ReadonlyMap<CardId, News> {
    return this.#cards
  }

  get comments(): ReadonlySet<CommentId> {
    return this.#comments
  }

  /** Somebody looks at a card and at what is said about it. */
  see(card: CardId, comments: Iterable<CommentId> = []): void {
    this.#cards.delete(card)
    for (const comment of comments) this.#comments.delete(comment)
  }

  seeAll(): void {
    this.#cards.clear()
    this.#comments.clear()
    this.#keep()
  }

  close(): void {
    this.#keep()
    this.#stop()
  }

  get #name(): string {
    return `tavolo.unread.${this.id}`
  }

  get #isAway(): boolean {
    return this.#isArmed && (document.hidden || !this.isSynced())
  }

  #changed(cards: ReadonlySet<CardId>, links: ReadonlySet<LinkId>, local: boolean): void {
    for (const id of cards) this.#changedCard(id, local)
    if (!local && this.#isAway)
      for (const id of links) {
        const link = this.board.links.get(id)
        if (link) for (const end of [link.from, link.to]) this.#mark(end, 'changed')
      }
    // The board came whole for the first time: from now on there is something to compare with.
    if (!this.#isArmed && this.isSynced()) this.#isArmed = true
  }

  #changedCard(id: CardId, local: boolean): void {
    const [before, after] = [this.#known.get(id), this.board.card(id)]
    if (!after) {
      this.#known.delete(id)
      this.#cards.delete(id)
      return
    }
    this.#known.set(id, after)
    if (local) this.#cards.delete(id)
    else if (this.#isAway && !before) this.#mark(id, 'new')
    else if (this.#isAway && before && !saysTheSame(before, after)) this.#mark(id, 'changed')
  }

  #mark(id: CardId, news: News): void {
    if (this.#cards.size < MOST && this.board.card(id) && this.#cards.get(id) !== 'new')
      this.#cards.set(id, news)
  }

  #keep(): void {
    const nothing = this.#cards.size + this.#comments.size === 0
    const kept = { cards: [...this.#cards], comments: [...this.#comments].slice(0, MOST) }
    writeStored(this.#name, nothing ? null : JSON.stringify(kept))
  }
}

/** Where a card stands is no news. */
const saysTheSame = (one: Card, other: Card): boolean =>
  JSON.stringify({ ...one, at: null, size: null }) === JSON.stringify({ ...other, at: null, size: null })
