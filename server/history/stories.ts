import { isNews } from '../../shared/history/fold.ts'
import type { Told } from '../../shared/history/fact.ts'
import type { BoardId, CardId } from '../../shared/ids.ts'
import type { BoardStore } from '../store/board-store.ts'
import { Book, type Head } from './book.ts'
import { catchUp, warmUp, type StoryTools } from './catch-up.ts'
import type { ReplayHost } from './replay-host.ts'
import type { Shelf } from './shelf.ts'

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

/**
 * What happened at the boards, and how they were. Everything is read from durable records and derived on demand: nothing
 * here holds a document for longer than it is asked for, and all files on the shelf may go at any time.
 */
export class Stories {
  /** One thing at a time a board: the derived files are written by whoever asks first. */
  readonly #turns = new Map<BoardId, Promise<unknown>>()

  constructor(
    private readonly store: BoardStore,
    private readonly shelf: Shelf,
    private readonly host: ReplayHost,
  ) {}

  page(board: BoardId, query: StoryQuery): Promise<StoryPage> {
    return this.#inTurn(board, async (tools) => {
      const head = await catchUp(tools)
      const found: Told[] = []
      for await (const part of newestFirst(tools.book, head, query.before)) {
        found.push(...part.filter((told) => matches(told, query)).reverse())
        // One more than the page, and no record divided.
        if (found.length > query.limit && found.at(-1)?.seq !== found[query.limit - 1]?.seq) break
      }
      return { ...pageOf(found, query.limit), last: head.seq }
    })
  }

  /** All of it, oldest first, as it is when this is asked. */
  async *all(board: BoardId): AsyncIterable<readonly Told[]> {
    const { book, pages, tail } = await this.#inTurn(board, async (tools) => {
      const head = await catchUp(tools)
      const [last] = head.pages.slice(-1)
      return {
        book: tools.book,
        pages: head.pages.slice(0, -1),
        tail: [...(last ? await tools.book.page(last) : []), ...head.open],
      }
    })
    for (const page of pages) yield (await book.page(page)).filter(isNews)
    yield tail.filter(isNews)
  }

  /** Null when there is no such record, or the history before it was moved away. */
  async at(board: BoardId, seq: number): Promise<Moment | null> {
    const mark = await this.mark(board, seq)
    if (!mark) return null
    return this.#inTurn(board, async (tools) => {
      const head = await catchUp(tools)
      const key = `${board}@${seq}`
      if (!(await warmUp(tools, head, key, seq))) return null
      const job = {
        key,
        after: seq,
        from: 'warm',
        open: [],
        records: [],
        wantState: true,
        keep: false,
      } as const
      const answer = await this.host.run(job)
      return answer === 'cold' || !answer.state ? null : { ...mark, atMs: mark.atMs, state: answer.state }
    })
  }

  /** A record and when it was, the last durable one unless another is named; null if there is no such record. */
  async mark(
    board: BoardId,
    seq = this.store.head(board)?.seq ?? 0,
  ): Promise<(Mark & { atMs: number }) | null> {
    if (seq < 1) return null
    for await (const [record] of this.store.records(board, seq, seq))
      if (record?.seq === seq)
        return { seq, atMs: record.timeMs, hash: Buffer.from(record.hash).toString('hex') }
    return null
  }

  /** Removes what is derived of a board that is to be erased. */
  forget(board: BoardId): Promise<void> {
    return this.#inTurn(board, ({ book }) => book.clear())
  }

  /** Removes what an interrupted erasure may have left. */
  async tidy(isThere: (board: BoardId) => boolean): Promise<void> {
    for (const board of await this.shelf.boards()) if (!isThere(board)) await this.forget(board)
  }

  close(): Promise<void> {
    return this.host.close()
  }

  #inTurn<T>(board: BoardId, run: (tools: StoryTools) => Promise<T>): Promise<T> {
    const tools = { store: this.store, host: this.host, board, book: new Book(this.shelf, board) }
    const done = (this.#turns.get(board) ?? Promise.resolve()).then(() => run(tools))
    const turn = done
      .catch(() => undefined)
      .then(() => {
        if (this.#turns.get(board) === turn) this.#turns.delete(board)
      })
    this.#turns.set(board, turn)
    return done
  }
}

async function* newestFirst(book: Book, head: Head, before: number): AsyncGenerator<readonly Told[]> {
  yield head.open
  for (const page of head.pages.toReversed()) if (page.first < before) yield await book.page(page)
}

const matches = (told: Told, { before, card, who }: StoryQuery): boolean =>
  told.seq < before &&
  (card === undefined || told.fact.cards.includes(card)) &&
  (who === undefined || told.actor === who) &&
  isNews(told)

/** Facts of one record are never divided between two pages. */
function pageOf(found: readonly Told[], limit: number): Pick<StoryPage, 'told' | 'next'> {
  const edge = found[limit - 1]
  if (!edge) return { told: found, next: null }
  const end = found.findLastIndex(({ seq }) => seq === edge.seq) + 1
  return { told: found.slice(0, end), next: end < found.length ? edge.seq : null }
}
