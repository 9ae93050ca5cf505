import { SvelteMap } from 'svelte/reactivity'
import type { BoardId, CardId } from '../../shared/ids.ts'
import { api } from '../api.ts'
import type { BoardView } from './board-view.svelte.ts'
import { m } from '../paraglide/messages.js'
import { whyOf } from '../why.ts'

/** How many people say of a need that it is theirs too, as the server counts them. */
export interface Reaction {
  readonly count: number
  /** Whether this person is one of them. */
  readonly mine: boolean
  /** Whether this person proposed it. */
  readonly own: boolean
}

type Told = Reaction & { readonly id: CardId }

const NOBODY: Reaction = { count: 0, mine: false, own: false }
const AFTER_MERGE_MS = 1_500

/** "È anche mio": what the server says, and what this person says to it. */
export class AlsoMine {
  readonly #needs = new SvelteMap<CardId, Reaction>()
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop: () => void

  constructor(
    private readonly id: BoardId,
    private readonly key: string,
    private readonly token: string | null,
    board: BoardView,
  ) {
    const merges = new Map<CardId, string>()
    // Merging adds people up, and only the server knows them.
    this.#stop = board.onChange(({ cards }) => {
      let changed = false
      for (const card of cards) {
        const need = board.card(card)
        const into = need?.kind === 'need' ? (need.mergedInto ?? '') : null
        if (into === null ? merges.delete(card) : merges.get(card) !== into) {
          if (into !== null) merges.set(card, into)
          changed ||= into !== ''
        }
      }
      if (changed) this.#askSoon()
    })
  }

  of(need: CardId): Reaction {
    return this.#needs.get(need) ?? NOBODY
  }

  /** Whether this person can say so: a key alone is nobody in particular. */
  get maySay(): boolean {
    return this.token !== null
  }

  /** Asks the server for all of them. Without a network what is known stays. */
  async ask(): Promise<void> {
    try {
      const { needs } = await this.#request<{ needs: readonly Told[] }>('GET', '')
      for (const { id, ...reaction } of needs) this.#needs.set(id, reaction)
    } catch {
      // It is asked again with the next opening, merge or word of one's own.
    }
  }

  /** What the stream tells: how many they are now, by need. */
  learn(detail: string): void {
    try {
      for (const [id, count] of Object.entries(JSON.parse(detail) as Record<CardId, unknown>))
        if (typeof count === 'number') this.#needs.set(id as CardId, { ...this.of(id as CardId), count })
    } catch {
      // Words of a newer server.
    }
  }

  /** Says that a need is one's own too, or takes it back; resolves to a sentence when it did not work. */
  async say(need: CardId, mine: boolean): Promise<string | null> {
    const before = this.of(need)
    this.#needs.set(need, { ...before, mine, count: Math.max(0, before.count + (mine ? 1 : -1)) })
    try {
      const { id, ...reaction } = await this.#request<Told>(mine ? 'PUT' : 'DELETE', `/${need}`)
      this.#needs.set(id, reaction)
      return null
    } catch (error) {
      this.#needs.set(need, before)
      return m.also_mine_failed({ why: whyOf(error) })
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }

  /** Not all browsers of a room at the same moment. */
  #askSoon(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined
        void this.ask()
      },
      AFTER_MERGE_MS * (1 + Math.random()),
    )
  }

  #request<T>(method: string, path: string): Promise<T> {
    return api<T>(this.key, method, `/api/boards/${this.id}/reactions${path}`, undefined, this.token)
  }
}
