import type { BoardId } from '../../shared/ids.ts'
import type { Files } from './files.ts'
import { chainHash, type Frame } from './frame.ts'
import { allSegments, readSegment, type LogFolders } from './log-folders.ts'
import { scanFrames } from './scan.ts'
import { HEAD_BYTES } from './segment.ts'

export interface RecordInLog {
  readonly seq: number
  readonly frame: Frame
  /** What the next record has as `prevHash`. */
  readonly hash: Buffer
}

/**
 * Every sound record of a board since it was last erased, in order, from the history as well as from the live segments.
 * Reads all of them: for stories and repairs, not for opening a board. Throws BoardRotten if a segment cannot be read at
 * all; records that are damaged are left out, which their numbers show.
 */
export async function recordsInLog(
  files: Files,
  folders: LogFolders,
  board: BoardId,
): Promise<RecordInLog[]> {
  let records = new Map<number, RecordInLog>()
  for (const segment of await allSegments(files, folders)) {
    const bytes = await readSegment(files, segment)
    if (!bytes.includes(board)) continue
    for (const found of scanFrames(bytes, HEAD_BYTES, segment.head.salt)) {
      if (found.kind !== 'frame' || found.frame.board !== board) continue
      if (found.frame.kind === 'update') {
        const { frame, offset, end } = found
        const copy = { ...frame, payload: Buffer.from(frame.payload), prevHash: Buffer.from(frame.prevHash) }
        records.set(frame.seq, { seq: frame.seq, frame: copy, hash: chainHash(bytes.subarray(offset, end)) })
      } else if (found.frame.kind === 'erase') records = new Map()
    }
  }
  return [...records.values()].sort((one, other) => one.seq - other.seq)
}
