import type { BoardId } from '../../shared/ids.ts'
import type { BoardStore, ChainedRecord } from '../store/board-store.ts'
import { BookSpoilt, emptyHead, type Book, type Head } from './book.ts'
import type { Replayed, ReplayJob } from './replay.ts'
import type { ReplayHost } from './replay-host.ts'

/** What a story is made with. */
export interface StoryTools {
  readonly store: BoardStore
  readonly host: ReplayHost
  readonly board: BoardId
  readonly book: Book
}

/** A whole state is kept about so often … */
const STATE_RECORDS = 2000
/** … and not before the records since the last one are a quarter of what it took: states never outgrow the log by much. */
const STATE_SHARE = 4

/**
 * Brings what is derived of a board up to its last durable record, and returns the head. What does not belong to the
 * log, or is spoilt, is made anew.
 */
export async function catchUp(tools: StoryTools): Promise<Head> {
  const { store, board, book } = tools
  const head = await book.head()
  const end = store.head(board)
  if (head.seq > 0 && head.seq === end?.seq && head.hash === hex(end.hash)) return head
  try {
    if (head.seq > 0) return await goOn(tools, head)
  } catch (error) {
    if (!(error instanceof BookSpoilt)) throw error
  }
  await book.clear()
  return goOn(tools, emptyHead)
}

async function goOn(tools: StoryTools, from: Head): Promise<Head> {
  const { store, board } = tools
  let head = from
  let isChecked = from.seq === 0
  for await (const part of store.records(board, Math.max(1, from.seq))) {
    const [first] = part
    if (!isChecked && (first?.seq !== from.seq || hex(first.hash) !== from.hash))
      throw new BookSpoilt(`the story of ${board} is of another log`)
    isChecked = true
    if (head.seq === 0 && (first?.seq ?? 1) > 1) head = await beginLater(tools)
    const records = part.filter(({ seq }) => seq > head.seq)
    if (records.length > 0) head = await tell(tools, head, records)
  }
  // The log ends before what was told: it is another one, or an older backup.
  if (!isChecked) throw new BookSpoilt(`the story of ${board} is of another log`)
  return head
}

async function tell(tools: StoryTools, head: Head, records: readonly ChainedRecord[]): Promise<Head> {
  const { book } = tools
  const last = records.at(-1)
  if (!last) return head
  const sinceState = head.sinceState + records.reduce((sum, { update }) => sum + update.length, 0)
  const before = head.states.at(-1)
  const isDue =
    last.seq - (before?.seq ?? 0) >= STATE_RECORDS && sinceState * STATE_SHARE >= (before?.bytes ?? 0)
  const { closed, open, state } = await replayed(tools, head, records, isDue)
  const reached = { ...head, seq: last.seq, atMs: last.timeMs, hash: hex(last.hash), open, sinceState }
  if (!state) return book.write(reached, closed)
  const file = await book.writeState({ seq: last.seq, atMs: last.timeMs, state })
  return book.write({ ...reached, sinceState: 0, states: [...head.states, file] }, closed)
}

async function replayed(
  { store, host, board, book }: StoryTools,
  head: Head,
  records: readonly ChainedRecord[],
  wantState: boolean,
): Promise<Replayed> {
  const job: ReplayJob = {
    key: board,
    after: head.seq,
    from: 'warm',
    open: head.open,
    records,
    wantState,
    keep: true,
  }
  const answer = await host.run(head.seq === 0 ? { ...job, from: null } : job)
  if (answer !== 'cold') return answer
  await warmUp({ store, host, board, book }, head, board, head.seq)
  const again = await host.run(job)
  if (again === 'cold') throw new Error(`The document of ${board} was let go too soon`)
  return again
}

/** Has a document ready under a key, as it was after a record; false if the history before it is not there any more. */
export async function warmUp(
  { store, host, board, book }: StoryTools,
  head: Head,
  key: string,
  seq: number,
): Promise<boolean> {
  const state = await book.stateBefore(head, seq)
  let after = state?.seq ?? 0
  const job = { key, open: [], wantState: false, keep: true }
  await host.run({ ...job, after, from: state, records: [] })
  for await (const records of store.records(board, after + 1, seq)) {
    if (records[0]?.seq !== after + 1) return false
    if ((await host.run({ ...job, after, from: 'warm', records })) === 'cold') return false
    after = records.at(-1)?.seq ?? after
  }
  return after === seq
}

/** The history before was moved away: the story begins with the oldest whole state that there is. */
async function beginLater({ store, board, book }: StoryTools): Promise<Head> {
  const snapshot = (await store.load(board))?.snapshot
  if (!snapshot) throw new Error(`Board ${board} has neither its first records nor a snapshot`)
  const { seq, state } = snapshot
  const end = store.head(board)
  const file = await book.writeState({ seq, atMs: 0, state })
  return book.write({ ...emptyHead, seq, hash: end?.seq === seq ? hex(end.hash) : '', states: [file] }, [])
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
