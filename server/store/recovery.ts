import type { BoardId } from '../../shared/ids.ts'
import { indexed, noteSnapshot, openDamage, type BoardIndex, type IndexedBoard } from './board-index.ts'
import type { CommitLimits } from './group-commit.ts'
import { liveSegments, readSegment, rotten, type LogFolders, type SegmentFile } from './log-folders.ts'
import type { Files } from './files.ts'
import { recordsInLog } from './records-in-log.ts'
import { Replay } from './replay.ts'
import { createSegment, HEAD_BYTES, newSalt, segmentNumbers, type Segment } from './segment.ts'
import { listSnapshots, readChainHash, snapshotPath } from './snapshots.ts'
import type { StoreLog } from './store-log.ts'
import { findTear } from './torn-tail.ts'

/** A segment that a start reads. */
export interface LiveSegment {
  readonly salt: number
  /** The last record in it of each board in it. */
  boards: Map<BoardId, number>
}

export interface Recovered {
  readonly index: BoardIndex
  readonly segments: Map<number, LiveSegment>
  readonly erasing: Map<BoardId, number>
  readonly lastLsn: number
  /** Where writing goes on. */
  readonly active: Segment
  /** How much of a torn write was cut off. */
  readonly cutBytes: number
}

interface Place {
  readonly files: Files
  readonly folders: LogFolders
  readonly log: StoreLog
}

/**
 * What the folders hold of the boards. Repairs a torn end of the last segment and says so. Damage whose board can be
 * told is noted in the index; other damage throws BoardRotten.
 */
export async function recover(place: Place, limits: CommitLimits): Promise<Recovered> {
  const { files, folders } = place
  const snapshots = await listSnapshots(files, folders.snapshots)
  const live = await liveSegments(files, folders)
  const retired = await segmentNumbers(files, folders.history)
  if (live.length === 0 && (retired.length > 0 || snapshots.size > 0))
    throw rotten(folders.log, 0, 'the segments of the log are missing')

  const replay = new Replay(new Map([...snapshots].map(([board, seqs]) => [board, seqs[0] ?? 0])))
  const known = new Map<number, LiveSegment>()
  let end = { length: 0, isSound: true }
  let cutBytes = 0
  for (const segment of live) {
    const { number, salt } = segment.head
    const { bytes, cut } = await soundPart(place, segment, replay.lastLsn)
    cutBytes += cut
    const { boards, isSound } = replay.read(segment.path, number, bytes, HEAD_BYTES, salt)
    known.set(number, { salt, boards })
    end = { length: bytes.length, isSound }
  }
  replay.finish()
  const { index, erasing, lastLsn } = replay
  for (const [board, seqs] of snapshots)
    if (!erasing.has(board)) await addSnapshots(place, index, board, seqs)
  for (const [board, entry] of index) tellDamage(place.log, board, entry)

  const last = live.at(-1)
  const goesOn = last && end.isSound && last.head.ownLength === 0 && end.length < limits.segmentBytes
  const active = goesOn
    ? await openSegment(files, last, end.length)
    : await firstOrNext(place, last, end.length)
  if (!known.has(active.number)) known.set(active.number, { salt: active.salt, boards: new Map() })
  return { index, segments: known, erasing, lastLsn, active, cutBytes }
}

/** The bytes of a segment; those of the last one synced, and cut where its last write was torn. */
async function soundPart(
  place: Place,
  segment: SegmentFile,
  lastLsn: number,
): Promise<{ readonly bytes: Buffer; readonly cut: number }> {
  const bytes = await readSegment(place.files, segment)
  if (segment.length !== null) return { bytes, cut: 0 }
  const { path, head } = segment
  const tear = findTear(bytes, HEAD_BYTES, head.salt, lastLsn)
  const file = await place.files.open(path, 'change')
  try {
    if (tear !== null) await file.truncate(tear)
    // What a killed server had written but not synced must be durable before anybody is shown it.
    await file.sync()
  } finally {
    await file.close()
  }
  if (tear === null) return { bytes, cut: 0 }
  const details = { event: 'store.tornTail', file: path, offset: tear, bytes: bytes.length - tear }
  place.log.warn(details, 'The last write was cut short by a crash; what was never confirmed was cut off')
  return { bytes: bytes.subarray(0, tear), cut: details.bytes }
}

async function addSnapshots(
  { files, folders, log }: Place,
  index: BoardIndex,
  board: BoardId,
  seqs: readonly number[],
): Promise<void> {
  const newest = seqs[0] ?? 0
  const known = index.get(board)
  const entry = indexed(index, board)
  for (const seq of seqs) noteSnapshot(entry, { board, seq })
  if (known && known.seq > newest) return
  const file = snapshotPath(folders.snapshots, board, newest)
  const hash = await readChainHash(files, folders.snapshots, { board, seq: newest })
  if (hash) Object.assign(entry, { seq: newest, hash, places: [], firstSeq: newest + 1 })
  else if (!known || known.seq < newest) {
    log.warn(
      { event: 'snapshot.damaged', board, file },
      'A snapshot is damaged; the records before it are looked for in the history',
    )
    // reason: a history that cannot be read is no history; the board is then refused, and nothing else.
    const last = (await recordsInLog(files, folders, board).catch(() => [])).at(-1)
    if (last && last.seq >= newest) Object.assign(entry, { seq: last.seq, hash: last.hash })
    else
      entry.damage.push({
        seq: newest + 1,
        rot: { board, file, offset: 0, what: 'its head is not what was written' },
      })
  }
}

function tellDamage(log: StoreLog, board: BoardId, entry: IndexedBoard): void {
  const open = openDamage(entry)
  if (open)
    log.error(
      { event: 'board.damaged', ...open },
      `Board ${board} is damaged and will not be opened; the others are served`,
    )
  else
    for (const { rot } of entry.damage)
      log.warn(
        { event: 'board.damageCovered', ...rot },
        `Board ${board}: a record is damaged, but a newer snapshot stands for it; the board is served`,
      )
}

async function openSegment(files: Files, { path, head }: SegmentFile, length: number): Promise<Segment> {
  return { number: head.number, salt: head.salt, path, file: await files.open(path, 'change'), length }
}

function firstOrNext(
  { files, folders }: Place,
  last: SegmentFile | undefined,
  length: number,
): Promise<Segment> {
  const number = (last?.head.number ?? 0) + 1
  const head = { number, previousLength: length, ownLength: 0, salt: newSalt() }
  return createSegment(files, folders.log, head, Buffer.alloc(0))
}
