import type { BoardId } from '../../shared/ids.ts'
import { BoardRotten, type ChainedRecord } from './board-store.ts'
import type { Files } from './files.ts'
import { chainHash } from './frame.ts'
import { framesIn, type FrameInFile } from './frames-in.ts'
import type { Gate } from './gate.ts'
import { allSegments, type LogFolders, type SegmentFile } from './log-folders.ts'
import { recordOf } from './read-board.ts'
import type { BoardInSegment, SegmentIndexes } from './segment-index.ts'

interface Shelf {
  readonly files: Files
  readonly folders: LogFolders
  readonly indexes: SegmentIndexes
  readonly gate: Gate
  /** The segment that is being written, and how much of it is durable. */
  readonly active: () => { readonly number: number; readonly length: number }
}

/** What one turn takes at most: in between, segments may be moved and boards erased. */
const TURN_RECORDS = 1000
const TURN_BYTES = 1024 * 1024

/** The records of a board in log and history, as `BoardStore.records` says. `to` must be durable. */
export async function* chainedRecords(
  shelf: Shelf,
  board: BoardId,
  from: number,
  to: number,
): AsyncGenerator<readonly ChainedRecord[]> {
  let next = from
  while (next <= to) {
    const records = await shelf.gate.together(() => turn(shelf, board, next, to, next === from))
    const last = records.at(-1)
    if (!last) return
    yield records
    next = last.seq + 1
  }
}

async function turn(
  shelf: Shelf,
  board: BoardId,
  from: number,
  to: number,
  isBeginning: boolean,
): Promise<ChainedRecord[]> {
  const found = await segmentsOf(shelf, board)
  const at = found.find(({ here }) => here.last >= from)
  const file = at?.segment.path ?? shelf.folders.log
  const isBefore = found.some(({ here }) => here.first < from)
  if (!at || (at.here.first > from && (isBefore || !isBeginning)))
    throw new BoardRotten({ board, file, offset: 0, what: `record ${from} is missing` })
  return readFrom(shelf, board, at, Math.max(from, at.here.first), to)
}

interface InSegment {
  readonly segment: SegmentFile
  readonly end: number
  readonly here: BoardInSegment
}

/** The segments in which a board has records since it was last erased, oldest first. */
async function segmentsOf({ files, folders, indexes, active }: Shelf, board: BoardId): Promise<InSegment[]> {
  const found: InSegment[] = []
  const { number, length } = active()
  for (const segment of (await allSegments(files, folders)).reverse()) {
    // Of what is written and not yet synced nobody may know.
    const end = segment.head.number < number ? segment.length : segment.head.number === number ? length : null
    if (end === null) continue
    const index = await indexes.of(segment, end)
    const here = index.boards.get(board)
    if (here) found.unshift({ segment, end, here })
    if (index.erased.has(board)) break
  }
  return found
}

async function readFrom(
  { files }: Shelf,
  board: BoardId,
  { segment, end, here }: InSegment,
  from: number,
  to: number,
): Promise<ChainedRecord[]> {
  const start = here.marks.findLast(([seq]) => seq <= from)?.[1] ?? 0
  const records: ChainedRecord[] = []
  let bytes = 0
  const span = { from: start, to: end, salt: segment.head.salt }
  for await (const part of framesIn(files, segment.path, span)) {
    for (const found of part) {
      const { frame, offset } = found
      if (frame.board !== board || frame.kind !== 'update' || frame.seq < from) continue
      if (frame.seq > to) return records
      if (frame.seq !== from + records.length)
        throw new BoardRotten({
          board,
          file: segment.path,
          offset,
          what: `record ${from + records.length} is missing`,
        })
      records.push(copied(board, found))
      bytes += frame.length
      if (records.length >= TURN_RECORDS || bytes >= TURN_BYTES) return records
    }
    if (from + records.length > here.last) return records
  }
  return records
}

/** What was read lies in a buffer that is used again. */
function copied(board: BoardId, { frame, bytes }: FrameInFile): ChainedRecord {
  const { update, ...record } = recordOf(board, frame)
  return { ...record, update: update.slice(), prevHash: Buffer.from(frame.prevHash), hash: chainHash(bytes) }
}
