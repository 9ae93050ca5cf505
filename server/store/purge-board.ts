import { dirname } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { TEMPORARY, writeSynced, type Files } from './files.ts'
import { readClaim } from './frame.ts'
import { allSegments, readSegment, type LogFolders, type SegmentFile } from './log-folders.ts'
import { scanFrames, type Found } from './scan.ts'
import { encodeHead, HEAD_BYTES } from './segment.ts'
import type { SegmentIndexes } from './segment-index.ts'
import { listSnapshots, snapshotPath } from './snapshots.ts'

/** A segment was rewritten: where each frame that stayed began and begins now, and the board's last record in it. */
export interface Rewritten {
  readonly segment: number
  readonly moves: ReadonlyMap<number, number>
  readonly last: number | null
}

export interface Purge {
  readonly files: Files
  readonly folders: LogFolders
  readonly indexes: Pick<SegmentIndexes, 'forget'>
  readonly board: BoardId
  /** Records from here on belong to a new board of the same id. */
  readonly beforeLsn: number
  /** Segments from here on are left alone: they are being written. */
  readonly active: number
  /** Called as soon as a segment is replaced. */
  readonly onRewritten: (rewritten: Rewritten) => void
}

/**
 * Takes every byte of a board out of the folders: its snapshots, and its records, also from the history. May be done
 * again after a crash or a failure at any point.
 */
export async function purgeBoard(purge: Purge): Promise<void> {
  const { files, folders, board, active } = purge
  const seqs = (await listSnapshots(files, folders.snapshots)).get(board) ?? []
  for (const seq of seqs) await files.remove(snapshotPath(folders.snapshots, board, seq))
  await files.syncFolder(folders.snapshots)
  for (const segment of await allSegments(files, folders))
    if (segment.head.number < active) await purgeSegment(purge, segment)
}

async function purgeSegment(purge: Purge, segment: SegmentFile): Promise<void> {
  const { files, board, beforeLsn, onRewritten } = purge
  const bytes = await readSegment(files, segment)
  const kept = keptOf(bytes, segment, (found) => isOf(bytes, found, board, beforeLsn))
  if (!kept) return
  const { path, head } = segment
  const frames = Buffer.concat(kept.map(({ offset, end }) => bytes.subarray(offset, end)))
  await purge.indexes.forget(head.number)
  const newHead = encodeHead({ ...head, ownLength: HEAD_BYTES + frames.length })
  await writeSynced(files, `${path}${TEMPORARY}`, Buffer.concat([newHead, frames]))
  await files.rename(`${path}${TEMPORARY}`, path)
  onRewritten({ segment: head.number, moves: movesOf(kept), last: lastOf(kept, board) })
  await files.syncFolder(dirname(path))
}

/** What stays of a segment, or null if all of it does. */
function keptOf(bytes: Buffer, { head }: SegmentFile, isGone: (found: Found) => boolean): Found[] | null {
  const all = [...scanFrames(bytes, HEAD_BYTES, head.salt)]
  const kept = all.filter((found) => !isGone(found))
  return kept.length === all.length ? null : kept
}

/** Damaged records go with their board as well; those of others stay as they are. */
function isOf(bytes: Buffer, found: Found, board: BoardId, beforeLsn: number): boolean {
  if (found.kind === 'damage') return readClaim(bytes, found.offset, found.end)?.board === board
  const { frame } = found
  return frame.kind === 'update' && frame.board === board && frame.lsn < beforeLsn
}

function lastOf(kept: readonly Found[], board: BoardId): number | null {
  const seqs = kept.flatMap((found) =>
    found.kind === 'frame' && found.frame.kind === 'update' && found.frame.board === board
      ? found.frame.seq
      : [],
  )
  return seqs.at(-1) ?? null
}

function movesOf(kept: readonly Found[]): ReadonlyMap<number, number> {
  let at = HEAD_BYTES
  const moves = new Map<number, number>()
  for (const { offset, end } of kept) {
    moves.set(offset, at)
    at += end - offset
  }
  return moves
}
