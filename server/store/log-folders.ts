import { join } from 'node:path'
import { BoardRotten } from './board-store.ts'
import { removeTemporaries, type Files } from './files.ts'
import { readSpan } from './read-span.ts'
import { decodeHead, HEAD_BYTES, segmentNumbers, segmentPath, type SegmentHead } from './segment.ts'

/** The folders of the boards. */
export interface LogFolders {
  /** Segments that a start reads. */
  readonly log: string
  /** Segments of which every board has a newer snapshot: kept for the story of the boards, not read at start. */
  readonly history: string
  readonly snapshots: string
  /** Where the records of boards lie in the segments: may be deleted at any time. */
  readonly index: string
}

/** Makes the folders, if need be, and clears away what a crash left half-written in them. */
export async function makeFolders(files: Files, root: string): Promise<LogFolders> {
  const folders = {
    log: join(root, 'log'),
    history: join(root, 'history'),
    snapshots: join(root, 'snapshots'),
    index: join(root, 'index'),
  }
  for (const folder of Object.values(folders)) {
    await files.makeFolder(folder)
    await removeTemporaries(files, folder)
  }
  await files.syncFolder(root)
  return folders
}

export interface SegmentFile {
  readonly path: string
  readonly head: SegmentHead
  /** Up to where its bytes count; null in the last one, where only reading tells. */
  readonly length: number | null
}

/** The segments that a start reads, oldest first. Throws BoardRotten if a head is damaged or one is missing. */
export const liveSegments = (files: Files, { log }: LogFolders): Promise<SegmentFile[]> =>
  segmentsIn(files, [log])

/** The retired segments and the live ones, oldest first. Throws BoardRotten if a head is damaged or one is missing. */
export const allSegments = (files: Files, { history, log }: LogFolders): Promise<SegmentFile[]> =>
  segmentsIn(files, [history, log])

async function segmentsIn(files: Files, folders: readonly string[]): Promise<SegmentFile[]> {
  const found: { readonly path: string; readonly head: SegmentHead }[] = []
  for (const folder of folders) {
    for (const number of await segmentNumbers(files, folder)) {
      const path = segmentPath(folder, number)
      const head = decodeHead(await readSpan(files, path, 0, HEAD_BYTES))
      if (head?.number !== number) throw rotten(path, 0, 'the head of this file is not what was written')
      const before = found.at(-1)
      if (before && before.head.number + 1 !== number)
        throw rotten(path, 0, `the file before it, number ${number - 1}, is missing`)
      found.push({ path, head })
    }
  }
  return found.map((segment, nth) => ({ ...segment, length: lengthOf(segment.head, found[nth + 1]?.head) }))
}

const lengthOf = ({ ownLength }: SegmentHead, next: SegmentHead | undefined): number | null =>
  ownLength > 0 ? ownLength : (next?.previousLength ?? null)

/** The bytes of a segment that count. Throws BoardRotten if the file ends before they do. */
export async function readSegment(files: Files, { path, length }: SegmentFile): Promise<Buffer> {
  const bytes = await files.readAll(path)
  if (length === null) return bytes
  if (bytes.length < length)
    throw rotten(path, bytes.length, `the file ends here, but ${length} bytes were written`)
  return bytes.subarray(0, length)
}

/** Damage of which nobody can tell whose it is. */
export const rotten = (file: string, offset: number, what: string): BoardRotten =>
  new BoardRotten({ board: null, file, offset, what })
