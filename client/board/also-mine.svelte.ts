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
  /** What the server said last of each: what a word that does not reach it goes back to. */
  readonly #told = new Map<CardId, Reaction>()
  /** Needs of which the stream told something since this person's last word was sent. */
  readonly #heard = new Set<CardId>()
  /** Words reach the server in the order in which they were said. */
  #turn: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether the server was asked in vain. Not reactive. */
  isMissing = false
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
      for (const { id, ...reaction } of needs) this.#take(id, reaction)
      this.isMissing = false
    } catch {
      this.isMissing = true
      // It is asked again with the next opening, return of the network or merge.
    }
  }

  /** What the stream tells: how many they are now, by need. */
  learn(detail: string): void {
    try {
      for (const [id, count] of Object.entries(JSON.parse(detail) as Record<CardId, unknown>)) {
        if (typeof count !== 'number') continue
        const need = id as CardId
        this.#heard.add(need)
        this.#told.set(need, { ...(this.#told.get(need) ?? NOBODY), count })
        this.#needs.set(need, { ...this.of(need), count })
      }
    } catch {
      // Words of a newer server.
    }
  }

  /** Says that a need is one's own too, or takes it back; resolves to a sentence when it did not work. */
  say(need: CardId, mine: boolean): Promise<string | null> {
    const { count, ...before } = this.of(need)
    this.#needs.set(need, { ...before, mine, count: Math.max(0, count + (mine ? 1 : -1)) })
    const answer = this.#turn.then(() => this.#send(need, mine))
    this.#turn = answer
    return answer
  }

  async #send(need: CardId, mine: boolean): Promise<string | null> {
    this.#heard.clear()
    try {
      const { id, ...reaction } = await this.#request<Told>(mine ? 'PUT' : 'DELETE', `/${need}`)
      // The stream keeps its order, an answer may be overtaken: what another person said meanwhile has been heard there.
      this.#take(id, this.#heard.has(id) ? { ...reaction, count: this.of(id).count } : reaction)
      return null
    } catch (error) {
      this.#needs.set(need, this.#told.get(need) ?? NOBODY)
      return m.also_mine_failed({ why: whyOf(error) })
    }
  }

  #take(need: CardId, reaction: Reaction): void {
    this.#told.set(need, reaction)
    this.#needs.set(need, reaction)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }

  /** After what touches all browsers of a room: not all of them at the same moment. */
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
