import type { Who } from '../history/events.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { askAgreements, type AgreementsAnswer, type ProposedVersion } from './agreement-api.ts'
import { whyOf } from '../why.ts'

/** After a change on the table it is asked again whether the plan is still the same. */
const FRESH_MS = 2_000

type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly why: string }

/** The versions that were put to the partners, as the server knows them; follows the table while it is open. */
export class Agreements {
  #answer = $state.raw<AgreementsAnswer>({ agreements: [], changed: null })
  #reading = $state.raw<Reading>({ kind: 'loading' })
  #round = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop: () => void

  constructor(private readonly session: BoardSession) {
    this.#stop = session.board.onChange(() => {
      this.#timer ??= setTimeout(() => void this.read(), FRESH_MS)
    })
    void this.read()
  }

  /** The newest first. */
  get all(): readonly ProposedVersion[] {
    return this.#answer.agreements
  }

  get reading(): Reading {
    return this.#reading
  }

  /** What the table is measured against: the proposal that is open, else what was agreed on last. */
  get current(): ProposedVersion | null {
    return this.all.find(({ state }) => state !== 'withdrawn') ?? null
  }

  /** The one agreed on last. */
  get agreed(): ProposedVersion | null {
    return this.all.find(({ state }) => state === 'agreed') ?? null
  }

  /** Whether today's plan says something else than `current`. */
  get hasChanged(): boolean {
    return this.#answer.changed === true
  }

  get people(): readonly Who[] {
    return this.#answer.people ?? []
  }

  async read(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const round = ++this.#round
    try {
      const answer = await askAgreements(this.session)
      if (round !== this.#round) return
      this.#answer = answer
      this.#reading = { kind: 'ready' }
    } catch (error) {
      if (round !== this.#round) return
      this.#reading = { kind: 'failed', why: whyOf(error) }
    }
  }

  close(): void {
    this.#round++
    clearTimeout(this.#timer)
    this.#stop()
  }
}
