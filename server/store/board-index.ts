import type { BoardId } from '../../shared/ids.ts'
import type { Rot } from './board-store.ts'
import { genesisHash } from './frame.ts'
import type { Place } from './group-commit.ts'
import type { SnapshotFile } from './snapshots.ts'

/** What is known in memory of a board on disk. */
export interface IndexedBoard {
  /** The last durable record, and what the next one has as `prevHash`. */
  seq: number
  hash: Buffer
  /** Newest first, at most two. */
  snapshots: SnapshotFile[]
  /** Where the records lie that no snapshot holds: `places[0]` is record `firstSeq`, the last one is record `seq`. */
  firstSeq: number
  places: Place[]
  /** Records that are not what was written, or are missing. */
  damage: { readonly seq: number; readonly rot: Rot }[]
}

export type BoardIndex = Map<BoardId, IndexedBoard>

/** The board of an id, made on the spot if it is new. */
export function indexed(index: BoardIndex, board: BoardId): IndexedBoard {
  const known = index.get(board)
  if (known) return known
  const fresh = { seq: 0, hash: genesisHash(board), snapshots: [], firstSeq: 1, places: [], damage: [] }
  index.set(board, fresh)
  return fresh
}

/** Notes one more record; its number must follow. */
export function noteRecord(board: IndexedBoard, place: Place): void {
  if (board.places.length === 0) board.firstSeq = board.seq + 1
  board.places.push(place)
  board.seq += 1
}

/** Notes a snapshot; the records it holds need not be found any more. */
export function noteSnapshot(board: IndexedBoard, snapshot: SnapshotFile): void {
  const others = board.snapshots.filter(({ seq }) => seq !== snapshot.seq)
  board.snapshots = [snapshot, ...others].sort((one, other) => other.seq - one.seq)
  forgetPlaces(board, snapshot.seq)
}

/** Forgets where the records up to `seq` lie. */
function forgetPlaces(board: IndexedBoard, seq: number): void {
  board.places = board.places.slice(Math.max(0, seq - board.firstSeq + 1))
  board.firstSeq = board.seq - board.places.length + 1
}

/** Damage that the newest snapshot does not make good. */
export const openDamage = (board: IndexedBoard): Rot | null =>
  board.damage.find(({ seq }) => seq > (board.snapshots[0]?.seq ?? 0))?.rot ?? null
