import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { openDamage, type IndexedBoard } from './board-index.ts'
import { BoardRotten, type Snapshot, type StoredBoard, type StoredRecord } from './board-store.ts'
import { plainBytes, type Files } from './files.ts'
import { decodeFrame, type Frame } from './frame.ts'
import type { Place } from './group-commit.ts'
import type { LogFolders } from './log-folders.ts'
import { readSpan } from './read-span.ts'
import { recordsInLog } from './records-in-log.ts'
import type { LiveSegment } from './recovery.ts'
import { segmentPath } from './segment.ts'
import { readSnapshot, snapshotPath, type SnapshotFile } from './snapshots.ts'
import type { StoreLog } from './store-log.ts'

interface Shelf {
  readonly files: Files
  readonly folders: LogFolders
  readonly segments: ReadonlyMap<number, LiveSegment>
  readonly log: StoreLog
}

/** The newest snapshot of a board and the records after it. Throws BoardRotten if they are not what was written. */
export async function readBoard(shelf: Shelf, board: BoardId, entry: IndexedBoard): Promise<StoredBoard> {
  const rot = openDamage(entry)
  if (rot) throw new BoardRotten({ ...rot, board })
  // Taken before the first wait: records may be added meanwhile.
  const { seq, firstSeq } = entry
  const [places, snapshots] = [[...entry.places], [...entry.snapshots]]
  const newest = snapshots[0]
  if ((newest?.seq ?? 0) + 1 !== firstSeq) return readBefore(shelf, board, seq, snapshots)
  const snapshot = newest ? await readSnapshot(shelf.files, shelf.folders.snapshots, newest) : null
  if (newest && !snapshot) return readBefore(shelf, board, seq, snapshots)
  return { snapshot, records: await readRecords(shelf, board, firstSeq, places), seq }
}

/** The way round a damaged snapshot: an older one, if there is one, and what the history still holds. */
async function readBefore(
  { files, folders, log }: Shelf,
  board: BoardId,
  seq: number,
  snapshots: readonly SnapshotFile[],
): Promise<StoredBoard> {
  const snapshot = await firstSound(files, folders.snapshots, snapshots)
  const from = snapshot?.seq ?? 0
  const all = await recordsInLog(files, folders, board).catch((error: unknown) => {
    throw error instanceof BoardRotten ? new BoardRotten({ ...error.rot, board }) : error
  })
  const found = all.filter((one) => one.seq > from && one.seq <= seq)
  const [newest] = snapshots
  const file = newest ? snapshotPath(folders.snapshots, board, newest.seq) : folders.log
  if (found.length !== seq - from) {
    const what = `records ${from + 1} to ${seq} are needed, and of them only ${found.length} are there`
    throw new BoardRotten({ board, file, offset: 0, what })
  }
  log.warn(
    { event: 'snapshot.damaged', board, file },
    `Board ${board}: a snapshot is damaged; the board was read from what is before it`,
  )
  return { snapshot, records: found.map(({ frame }) => recordOf(board, frame)), seq }
}

async function firstSound(
  files: Files,
  folder: string,
  snapshots: readonly SnapshotFile[],
): Promise<Snapshot | null> {
  for (const one of snapshots) {
    const snapshot = await readSnapshot(files, folder, one)
    if (snapshot) return snapshot
  }
  return null
}

async function readRecords(shelf: Shelf, board: BoardId, firstSeq: number, places: readonly Place[]) {
  const records: StoredRecord[] = []
  for (const run of runsOf(places)) {
    const file = segmentPath(shelf.folders.log, run.segment)
    const bytes = await readSpan(shelf.files, file, run.from, run.to)
    const salt = shelf.segments.get(run.segment)?.salt ?? 0
    for (const { offset } of run.places) {
      const frame = decodeFrame(bytes, offset - run.from, salt)
      if (frame?.board !== board || frame.seq !== firstSeq + records.length)
        throw new BoardRotten({ board, file, offset, what: 'the bytes are not what was written' })
      records.push(recordOf(board, frame))
    }
  }
  return records
}

export const recordOf = (board: BoardId, { seq, actor, timeMs, payload }: Frame): StoredRecord => ({
  board,
  seq,
  actor: actor as ParticipantId,
  timeMs,
  update: plainBytes(payload),
})

interface Run {
  readonly segment: number
  readonly from: number
  readonly to: number
  readonly places: readonly Place[]
}

/** Places that lie close together, so that one read fetches them. */
function runsOf(places: readonly Place[]): Run[] {
  const runs: { segment: number; from: number; to: number; places: Place[] }[] = []
  for (const place of places) {
    const end = place.offset + place.length
    const run = runs.at(-1)
    if (
      run?.segment === place.segment &&
      place.offset - run.to < CLOSE_BYTES &&
      end - run.from < READ_BYTES
    ) {
      run.places.push(place)
      run.to = end
    } else runs.push({ segment: place.segment, from: place.offset, to: end, places: [place] })
  }
  return runs
}

const CLOSE_BYTES = 64 * 1024
const READ_BYTES = 4 * 1024 * 1024
