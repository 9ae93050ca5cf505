import type { CardId, ParticipantId } from '../../shared/ids.ts'
import { SvelteMap } from 'svelte/reactivity'
import { ApiError } from '../api.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { joined } from './days.ts'
import type { HistoryEvent, Version, Who } from './events.ts'
import { askHistory } from './history-api.ts'
import { whyOf } from '../why.ts'

/** How the reading stands; `failed` carries the server's sentence, empty when there was no network. */
export type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly offline: boolean; readonly why: string }

/** The story is asked again this soon after a change on the board … */
const SOON_MS = 250
/** … but, while changes go on, only this often. */
const FRESH_MS = 2_000

/** The story of the board, or of one card of it, as far as it was read; follows the board while it is open. */
export class Story {
  #events = $state.raw<readonly HistoryEvent[]>([])
  #versions = $state.raw<readonly Version[]>([])
  #next = $state.raw<number | null>(null)
  #last = $state.raw(0)
  #reading = $state.raw<Reading>({ kind: 'loading' })
  #more = $state.raw(false)
  #who = $state.raw<ParticipantId | null>(null)
  /** Everybody met so far, to be chosen among. */
  readonly people = new SvelteMap<ParticipantId, Who>()
  #round = 0
  #isClosed = false
  #askedMs = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop: () => void

  constructor(
    private readonly session: BoardSession,
    private readonly card: CardId | null = null,
  ) {
    this.#stop = session.board.onChange(({ cards, links }) => {
      if (card === null || cards.has(card) || links.size > 0) this.#later()
    })
    void this.read()
  }

  get events(): readonly HistoryEvent[] {
    return this.#events
  }

  get versions(): readonly Version[] {
    return this.#versions
  }

  /** The last record of the board. */
  get last(): number {
    return this.#last
  }

  get reading(): Reading {
    return this.#reading
  }

  /** Whether the beginning of the board is reached. */
  get isWhole(): boolean {
    return this.#next === null
  }

  get isReadingMore(): boolean {
    return this.#more
  }

  get who(): ParticipantId | null {
    return this.#who
  }

  /** Tells only of one person, or of everybody again. */
  async of(who: ParticipantId | null): Promise<void> {
    this.#who = who
    this.#events = []
    this.#reading = { kind: 'loading' }
    await this.read()
  }

  /** Reads the newest page, and keeps what was read of older ones. */
  async read(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const round = ++this.#round
    this.#askedMs = performance.now()
    try {
      const page = await askHistory(this.session, { who: this.#who, card: this.card })
      if (round !== this.#round) return
      const oldest = page.events.at(-1)?.seq ?? 0
      const reachesBack = this.#events.some(({ seq }) => seq < oldest)
      const hasGap = page.next !== null && !this.#events.some(({ seq }) => seq >= oldest)
      this.#events = hasGap ? page.events : joined(this.#events, page.events)
      if (hasGap || !reachesBack) this.#next = page.next
      this.#versions = page.versions
      this.#last = page.last
      this.#meet(page.events)
      this.#reading = { kind: 'ready' }
    } catch (error) {
      if (round === this.#round) this.#reading = failed(error)
    }
  }

  /** Reads the page before what was read. */
  async readMore(): Promise<void> {
    if (this.#next === null || this.#more) return
    this.#more = true
    const round = this.#round
    try {
      const page = await askHistory(this.session, { who: this.#who, card: this.card, before: this.#next })
      if (round !== this.#round) return
      const oldest = this.#events.at(-1)?.seq ?? Infinity
      this.#events = [...this.#events, ...page.events.filter(({ seq }) => seq < oldest)]
      this.#next = page.next
      this.#meet(page.events)
    } catch (error) {
      if (round === this.#round) this.#reading = failed(error)
    } finally {
      this.#more = false
    }
  }

  close(): void {
    this.#isClosed = true
    this.#round++
    clearTimeout(this.#timer)
    this.#stop()
  }

  #later(): void {
    if (this.#isClosed) return
    const waitMs = Math.max(SOON_MS, this.#askedMs + FRESH_MS - performance.now())
    this.#timer ??= setTimeout(() => void this.#follow(), waitMs)
  }

  /** What one wrote oneself may not be on disk yet, and then the answer lacks it: it is asked once more. */
  async #follow(): Promise<void> {
    const mayLack = this.session.connection.state.kind === 'saving'
    await this.read()
    if (mayLack) this.#later()
  }

  #meet(events: readonly HistoryEvent[]): void {
    for (const { who } of events) if (who) this.people.set(who.id, who)
  }
}

const failed = (error: unknown): Reading => ({
  kind: 'failed',
  offline: error instanceof ApiError && error.status === 0,
  why: whyOf(error),
})
