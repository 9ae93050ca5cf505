import type { CardId } from '../../../shared/ids.ts'
import { api, type Joined } from '../../api.ts'
import { readStored, writeStored } from '../../stored.ts'
import type { PhoneBoard } from './phone-board.ts'
import { whileLookedAt } from './while-looked-at.ts'
import { m } from '../../paraglide/messages.js'
import { whyOf } from '../../why.ts'

/** A need of the table, as `GET /api/boards/:id/reactions` tells it. */
export interface TableNeed {
  readonly id: CardId
  readonly title: string
  readonly count: number
  readonly mine: boolean
  readonly own: boolean
}

/** Who this phone is at a table, once it has said something there that counts people, or said its name. */
export const phoneToken = ({ id }: Pick<PhoneBoard, 'id'>): string | null =>
  readStored(`tavolo.phone-who.${id}`)
export const keepPhoneToken = ({ id }: Pick<PhoneBoard, 'id'>, token: string): boolean =>
  writeStored(`tavolo.phone-who.${id}`, token)

/** The needs of the table and who says that they are theirs too. Asked again every so often, while the page is looked at. */
export class TableNeeds {
  #list = $state.raw<readonly TableNeed[]>([])
  #token: string | null
  readonly #stop: () => void

  constructor(private readonly board: PhoneBoard) {
    this.#token = phoneToken(board)
    this.#stop = whileLookedAt(() => void this.ask())
  }

  get list(): readonly TableNeed[] {
    return this.#list
  }

  async ask(): Promise<void> {
    try {
      const { needs } = await this.#request<{ needs: readonly TableNeed[] }>('GET', '')
      this.#list = needs
    } catch {
      // Without a network what is known stays.
    }
  }

  /** Says that a need is one's own too, or takes it back; resolves to a sentence when it did not work. */
  async say(need: CardId, mine: boolean): Promise<string | null> {
    try {
      this.#token ??= phoneToken(this.board) ?? (await this.#sitDown())
      const told = await this.#request<TableNeed>(mine ? 'PUT' : 'DELETE', `/${need}`)
      this.#list = this.#list.map((one) => (one.id === told.id ? told : one))
      return null
    } catch (error) {
      return m.also_mine_failed({ why: whyOf(error) })
    }
  }

  close(): void {
    this.#stop()
  }

  /** A person counts once, so this phone becomes somebody: without a name, and for this table only. */
  async #sitDown(): Promise<string> {
    const { id, key } = this.board
    const { token } = await api<Joined>(key, 'POST', `/api/boards/${id}/participants`, {})
    keepPhoneToken(this.board, token)
    return token
  }

  #request<T>(method: string, path: string): Promise<T> {
    const { id, key } = this.board
    return api<T>(key, method, `/api/boards/${id}/reactions${path}`, undefined, this.#token)
  }
}
