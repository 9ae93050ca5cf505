import * as Y from 'yjs'
import type { Told } from '../../shared/history/fact.ts'
import type { BoardId, CardId } from '../../shared/ids.ts'
import type { BoardStore } from '../store/board-store.ts'
import { Teller } from './teller.ts'

/** Which part of a story is asked for; newest first, before a record. */
export interface StoryQuery {
  readonly before: number
  readonly limit: number
  readonly card?: CardId | undefined
  /** A participant, or 'server'. */
  readonly who?: string | undefined
}

export interface StoryPage {
  readonly told: readonly Told[]
  /** What to ask for as `before` to go on; null at the beginning of the story. */
  readonly next: number | null
  /** The last durable record. */
  readonly last: number
}

/** A record of a board, and what vouches for it and all before it (hexadecimal). */
export interface Mark {
  readonly seq: number
  readonly hash: string
}

/** A board as it was after a record. */
export interface Moment extends Mark {
  readonly atMs: number
  readonly state: Uint8Array
}

/** What happened at the boards, and how they were: everything here is read from durable records. */
export class Stories {
  constructor(private readonly store: BoardStore) {}

  async page(board: BoardId, { before, limit, card, who }: StoryQuery): Promise<StoryPage> {
    const { told, last } = await this.#tell(board)
    const found = told
      .filter(
        ({ seq, actor, fact }) =>
          seq < before &&
          (card === undefined || fact.cards.includes(card)) &&
          (who === undefined || actor === who),
      )
      .reverse()
    return { ...pageOf(found, limit), last }
  }

  /** All of it, oldest first. */
  async *all(board: BoardId): AsyncIterable<readonly Told[]> {
    yield (await this.#tell(board)).told
  }

  /** Null when there is no such record, or the history before it was moved away. */
  async at(board: BoardId, seq: number): Promise<Moment | null> {
    const teller = new Teller(null, [])
    let hash: Uint8Array | null = null
    for await (const records of this.store.records(board, 1, seq))
      for (const record of records) {
        teller.take(record)
        hash = record.hash
      }
    if (teller.seq !== seq || !hash) return null
    const state = Y.encodeStateAsUpdate(teller.board.doc)
    return { seq, atMs: teller.atMs, hash: Buffer.from(hash).toString('hex'), state }
  }

  /** What vouches for a record, the last durable one unless another is named; null if there is no such record. */
  async mark(board: BoardId, seq?: number): Promise<Mark | null> {
    const head = this.store.head(board)
    if (!head || (seq ?? 0) > head.seq) return null
    if (seq === undefined || seq === head.seq) return markOf(head)
    for await (const [record] of this.store.records(board, seq, seq)) if (record) return markOf(record)
    return null
  }

  async #tell(board: BoardId): Promise<{ told: readonly Told[]; last: number }> {
    const teller = new Teller(null, [])
    const told: Told[] = []
    for await (const records of this.store.records(board, 1))
      for (const record of records) told.push(...teller.take(record))
    return { told: [...told, ...teller.open], last: teller.seq }
  }
}

const markOf = ({ seq, hash }: { readonly seq: number; readonly hash: Uint8Array }): Mark => ({
  seq,
  hash: Buffer.from(hash).toString('hex'),
})

/** Facts of one record are never divided between two pages. */
function pageOf(found: readonly Told[], limit: number): Pick<StoryPage, 'told' | 'next'> {
  const edge = found[limit - 1]
  if (!edge) return { told: found, next: null }
  const end = found.findLastIndex(({ seq }) => seq === edge.seq) + 1
  return { told: found.slice(0, end), next: end < found.length ? edge.seq : null }
}
