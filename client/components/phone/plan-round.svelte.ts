import { api, type Joined } from '../../api.ts'
import { askAgreements, type Here, type ProposedVersion } from '../../agreement/agreement-api.ts'
import type { PhoneBoard } from './phone-board.ts'
import { keepPhoneToken, phoneToken } from './table-needs.svelte.ts'
import { whileLookedAt } from './while-looked-at.ts'

/** The version of the plan that the partners are asked about, and who this phone is to them. */
export class PlanRound {
  #version = $state.raw<ProposedVersion | null>(null)
  #person = $state.raw<Joined['participant'] | null>(null)
  readonly #stop: () => void

  constructor(readonly board: PhoneBoard) {
    this.#stop = whileLookedAt(() => void this.ask())
  }

  /** The one that is open, else the one agreed on last; null without either. */
  get version(): ProposedVersion | null {
    return this.#version
  }

  /** Who this phone is at the table; null while it never said. */
  get person(): Joined['participant'] | null {
    return this.#person
  }

  get isDelegate(): boolean {
    const me = this.#person?.id
    return me !== undefined && (this.#version?.parties.some(({ delegate }) => delegate?.id === me) ?? false)
  }

  /** As whom this phone asks. */
  get here(): Here & { readonly me: { readonly participant: string | null }; readonly canWrite: boolean } {
    const { id, key } = this.board
    const me = { key, token: phoneToken(this.board), participant: this.#person?.id ?? null }
    return { id, me, canWrite: false }
  }

  async ask(): Promise<void> {
    try {
      if (this.#person === null && phoneToken(this.board) !== null) await this.#rename({})
      const { agreements } = await askAgreements(this.here)
      this.#version = agreements.find(({ state }) => state !== 'withdrawn') ?? null
    } catch {
      // Without a network what is known stays.
    }
  }

  /** Says who holds this phone, so that a facilitator can name them delegate. Rejects with why not. */
  async introduce(name: string, organisation: string): Promise<void> {
    if (phoneToken(this.board) !== null) await this.#rename({ name, organisation })
    else {
      const { id, key } = this.board
      const joined = await api<Joined>(key, 'POST', `/api/boards/${id}/participants`, { name, organisation })
      keepPhoneToken(this.board, joined.token)
      this.#person = joined.participant
    }
    await this.ask()
  }

  close(): void {
    this.#stop()
  }

  /** Changing nothing tells who one is. */
  async #rename(change: { readonly name?: string; readonly organisation?: string }): Promise<void> {
    const { id, key } = this.board
    const path = `/api/boards/${id}/participants/me`
    const answer = await api<Pick<Joined, 'participant'>>(key, 'PATCH', path, change, phoneToken(this.board))
    this.#person = answer.participant
  }
}
