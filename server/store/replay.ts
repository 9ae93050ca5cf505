import { randomBytes } from 'node:crypto'
import type { BoardId } from '../../shared/ids.ts'
import { indexed, noteRecord, type BoardIndex, type IndexedBoard } from './board-index.ts'
import { BoardRotten, type Rot } from './board-store.ts'
import { chainHash, HASH_BYTES, type Frame } from './frame.ts'
import type { Place } from './group-commit.ts'
import { rotten } from './log-folders.ts'
import { scanFrames, type Damage } from './scan.ts'
import { whoseBeginning, whoseDamage } from './whose-damage.ts'

/** Segments read one after the other, and what they say of the boards. */
export class Replay {
  readonly index: BoardIndex = new Map()
  /** Boards whose erasure was begun and not finished, with the lsn of the mark that began it. */
  readonly erasing = new Map<BoardId, number>()
  lastLsn = 0
  #ownerless: { readonly bytes: Buffer; readonly damage: Damage; readonly rot: Rot }[] = []
  /** The last sound record of each board in the segment being read; its hash is taken once, at the end. */
  readonly #last = new Map<BoardId, Place>()
  /** Boards with snapshots, each with the record of its newest one. */
  readonly #snapshots: ReadonlyMap<BoardId, number>

  constructor(snapshots: ReadonlyMap<BoardId, number>) {
    this.#snapshots = snapshots
  }

  /** Reads a segment; returns the boards in it with their last record there, and whether all of it was sound. */
  read(file: string, number: number, bytes: Buffer, from: number, salt: number) {
    const boards = new Map<BoardId, number>()
    let isSound = true
    for (const found of scanFrames(bytes, from, salt)) {
      const place = { segment: number, offset: found.offset, length: found.end - found.offset }
      if (found.kind === 'damage') {
        isSound = false
        this.#damaged(file, bytes, found, place)
      } else this.#frame(file, found.frame, place, boards)
    }
    for (const [board, place] of this.#last) indexed(this.index, board).hash = this.#hashAt(bytes, place)
    this.#last.clear()
    return { boards, isSound }
  }

  /** To be called after the last segment: throws BoardRotten if the board of some damage could not be told. */
  finish(): void {
    for (const { bytes, damage, rot } of this.#ownerless) {
      const board = whoseBeginning(bytes, damage, this.index)
      if (!board) throw new BoardRotten(rot)
      indexed(this.index, board).damage.push({ seq: 1, rot: { ...rot, board } })
    }
    this.#ownerless = []
  }

  #frame(file: string, frame: Frame, place: Place, boards: Map<BoardId, number>): void {
    const board = frame.board as BoardId
    if (frame.lsn <= this.lastLsn)
      throw rotten(file, place.offset, 'a record stands here that belongs elsewhere')
    this.lastLsn = frame.lsn
    if (frame.kind === 'update') {
      this.#record(file, board, frame.seq, place)
      boards.set(board, frame.seq)
      return
    }
    if (frame.kind === 'erased') {
      // What stands between the two marks is a new board of the same id.
      this.erasing.delete(board)
      return
    }
    this.index.delete(board)
    this.#last.delete(board)
    this.erasing.set(board, frame.lsn)
  }

  #record(file: string, board: BoardId, seq: number, place: Place): void {
    const isFirstSeen = !this.index.has(board)
    const entry = indexed(this.index, board)
    if (seq !== entry.seq + 1) {
      // The records before the first one seen may be in a snapshot or in the history: the load will tell.
      const what = `record ${seq} follows record ${entry.seq}`
      if (!isFirstSeen) entry.damage.push({ seq, rot: { board, file, offset: place.offset, what } })
      entry.seq = seq - 1
      entry.places = []
    }
    noteRecord(entry, place)
    this.#last.set(board, place)
  }

  #damaged(file: string, bytes: Buffer, damage: Damage, place: Place): void {
    const what = 'the bytes are not what was written'
    const isKnown = (board: BoardId): boolean => this.index.has(board) || this.#snapshots.has(board)
    const whose = whoseDamage(bytes, damage, this.index, isKnown, (entry, id) =>
      this.#headHash(bytes, entry, id),
    )
    if (!whose) {
      this.#ownerless.push({ bytes, damage, rot: { board: null, file, offset: place.offset, what } })
      return
    }
    const { board, seq } = whose
    const isFirstSeen = !this.index.has(board)
    const entry = indexed(this.index, board)
    // Nothing vouches for the number of the first record seen: rather refuse the board than miss a record of it.
    if (isFirstSeen) entry.seq = Math.max(seq - 1, this.#snapshots.get(board) ?? 0)
    noteRecord(entry, place)
    entry.damage.push({ seq: entry.seq, rot: { board, file, offset: place.offset, what } })
    entry.hash = UNKNOWN
    this.#last.delete(board)
  }

  #headHash(bytes: Buffer, entry: IndexedBoard, board: BoardId): Buffer {
    const place = this.#last.get(board)
    return place ? this.#hashAt(bytes, place) : entry.hash
  }

  #hashAt(bytes: Buffer, { offset, length }: Place): Buffer {
    return chainHash(bytes.subarray(offset, offset + length))
  }
}

/** Stands for the hash of a record that cannot be read: no bytes on the disk hold it. */
const UNKNOWN = randomBytes(HASH_BYTES)
