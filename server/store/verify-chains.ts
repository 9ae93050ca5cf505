import type { BoardId } from '../../shared/ids.ts'
import type { Files } from './files.ts'
import { chainHash, genesisHash, type Frame } from './frame.ts'
import { framesIn } from './frames-in.ts'
import { allSegments, type LogFolders } from './log-folders.ts'
import { HEAD_BYTES } from './segment.ts'
import { listSnapshots, readChainHash, snapshotPath } from './snapshots.ts'

/** A place where the chain of a board does not hold. */
export interface ChainFault {
  readonly board: BoardId
  readonly seq: number
  readonly file: string
  readonly offset: number
  readonly what: string
}

/** The chain of one board, as far as it could be followed. */
export interface Chain {
  /** The first record that is there: 1 unless the history was moved away. */
  readonly first: number
  readonly last: number
  /** What vouches for the records that were asked for, and for the last one (hexadecimal). */
  readonly hashes: ReadonlyMap<number, string>
}

export interface ChainReport {
  readonly chains: ReadonlyMap<BoardId, Chain>
  readonly faults: readonly ChainFault[]
}

interface Walk {
  first: number
  last: number
  hash: Buffer
  hashes: Map<number, string>
}

/** Records by board. */
export type Asked = ReadonlyMap<BoardId, readonly number[]>

interface Kept {
  readonly files: Files
  readonly folders: LogFolders
  /** The segment that is being written, and how much of it is durable. */
  readonly end: { readonly number: number; readonly length: number }
}

/**
 * Follows the chain of every board through history, log and snapshots (SYNC-66): each record must carry the hash of the
 * one before it, the first that of its board, and each snapshot that of its last record. Reads everything; nothing else
 * may write the folders meanwhile. A record that was changed, left out, moved or signed by somebody else is named.
 */
export async function verifyChains({ files, folders, end }: Kept, asked: Asked): Promise<ChainReport> {
  const snapshots = await listSnapshots(files, folders.snapshots)
  const isAsked = (board: BoardId, seq: number): boolean =>
    [asked, snapshots].some((seqs) => seqs.get(board)?.includes(seq))
  const walks = new Map<BoardId, Walk>()
  const faults: ChainFault[] = []
  for (const { path, head, length } of await allSegments(files, folders)) {
    const to = length ?? (head.number === end.number ? end.length : HEAD_BYTES)
    const span = { from: HEAD_BYTES, to, salt: head.salt }
    for await (const part of framesIn(files, path, span))
      for (const { frame, bytes, offset } of part) {
        const what = step(walks, frame, bytes, isAsked)
        if (what) faults.push({ board: frame.board as BoardId, seq: frame.seq, file: path, offset, what })
      }
  }
  for (const [board, seqs] of snapshots)
    for (const seq of seqs) {
      const what = await snapshotFault(files, folders, board, seq, walks.get(board))
      if (what)
        faults.push({ board, seq, file: snapshotPath(folders.snapshots, board, seq), offset: 0, what })
    }
  return { chains: walks, faults }
}

/** Takes one frame; says what is wrong with it. */
function step(
  walks: Map<BoardId, Walk>,
  { kind, board, seq, prevHash }: Frame,
  bytes: Buffer,
  isAsked: (board: BoardId, seq: number) => boolean,
): string | null {
  const id = board as BoardId
  if (kind !== 'update') {
    if (kind === 'erase') walks.delete(id)
    return null
  }
  const hash = chainHash(bytes)
  const before = walks.get(id)
  const hashes = before?.hashes ?? new Map<number, string>()
  if (isAsked(id, seq)) hashes.set(seq, hash.toString('hex'))
  walks.set(id, { first: before?.first ?? seq, last: seq, hash, hashes })
  if (!before)
    return seq === 1 && !genesisHash(id).equals(prevHash) ? 'it does not carry the hash of its board' : null
  if (seq !== before.last + 1) return `it comes after record ${before.last}`
  return before.hash.equals(prevHash)
    ? null
    : `it does not carry the hash of record ${before.last}: one of the two is not what was written`
}

async function snapshotFault(
  files: Files,
  { snapshots }: LogFolders,
  board: BoardId,
  seq: number,
  walk: Walk | undefined,
): Promise<string | null> {
  const hash = await readChainHash(files, snapshots, { board, seq })
  if (!hash) return 'the head of the snapshot is not what was written'
  const known = walk?.hashes.get(seq)
  if (known !== undefined)
    return known === hash.toString('hex') ? null : `the snapshot is of another record ${seq}`
  return walk && seq >= walk.first ? `record ${seq}, of which this is the snapshot, is missing` : null
}
