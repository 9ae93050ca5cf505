import { join } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { noteSnapshot, openDamage, type BoardIndex, type IndexedBoard } from './board-index.ts'
import { BoardRotten, type Snapshot } from './board-store.ts'
import { TEMPORARY, type Files } from './files.ts'
import { decodeFrame, encodeFrame, genesisHash, type FrameKind } from './frame.ts'
import type { Gate } from './gate.ts'
import type { GroupCommit } from './group-commit.ts'
import type { LogFolders } from './log-folders.ts'
import { purgeBoard, type Rewritten } from './purge-board.ts'
import { readSpan } from './read-span.ts'
import type { LiveSegment } from './recovery.ts'
import { segmentName, segmentPath } from './segment.ts'
import type { SegmentIndexes } from './segment-index.ts'
import { snapshotPath, writeSnapshot } from './snapshots.ts'
import { checkSnapshotSeq } from './store-checks.ts'
import type { StoreLog } from './store-log.ts'

interface House {
  readonly files: Files
  readonly folders: LogFolders
  readonly log: StoreLog
  readonly index: BoardIndex
  readonly segments: Map<number, LiveSegment>
  readonly indexes: SegmentIndexes
  readonly erasing: Map<BoardId, number>
  readonly commit: GroupCommit
  readonly gate: Gate
}

/** A file of the store that is held still; `bytes` null for all of it. */
export interface FrozenFile {
  readonly path: string
  readonly bytes: number | null
}

const SNAPSHOTS_KEPT = 2

/** What is done to files beside the end of the log, one thing at a time: snapshots, retiring segments, erasing boards. */
export class Housekeeping {
  readonly #house: House
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(house: House) {
    this.#house = house
  }

  snapshot(board: BoardId, snapshot: Snapshot): Promise<void> {
    const entry = this.#house.index.get(board)
    checkSnapshotSeq(board, snapshot.seq, entry?.seq ?? 0)
    return this.#inTurn(async () => {
      if (entry && this.#house.index.get(board) === entry) await this.#takeSnapshot(board, entry, snapshot)
    })
  }

  /**
   * Marks a board as erased, which is durable first, then removes its bytes. `marked` is called when the mark is durable.
   * Throws if the mark cannot be taken; rejects if the removal fails: then it is done at the next start, or by asking
   * again.
   */
  erase(board: BoardId, marked: () => void): Promise<void> {
    const { commit, index, erasing } = this.#house
    let mark = 0
    const durable = commit.append(markOf('erase', board), (_, lsn) => {
      mark = lsn
      index.delete(board)
      erasing.set(board, lsn)
      marked()
    })
    return durable.then(() => this.#inTurn(() => this.#removeBytes(board, mark)))
  }

  /** The boards that keep a full segment from being retired. Damaged ones are left out: no snapshot can be made of them. */
  behind(): BoardId[] {
    const { segments, index, commit } = this.#house
    const found = new Set<BoardId>()
    for (const [number, { boards }] of segments) {
      if (number >= commit.active) continue
      for (const [board, last] of boards) {
        const entry = index.get(board)
        if (entry && !openDamage(entry) && !isHeld(entry, last)) found.add(board)
      }
    }
    return [...found]
  }

  /**
   * Gives every file of now a second name under a folder, so that it can be read while the store goes on. `at` is called in
   * the very moment whose records they hold; resolves with how many bytes of each count.
   */
  freeze(into: string, at: () => void): Promise<FrozenFile[]> {
    const { files, folders, commit, gate } = this.#house
    return this.#inTurn(() =>
      gate.together(async () => {
        const { number: active, length: durable } = commit.end
        at()
        const frozen: FrozenFile[] = []
        for (const folder of ['history', 'log', 'snapshots'] as const) {
          await files.makeFolder(join(into, folder))
          for (const name of await files.list(folders[folder])) {
            if (name.endsWith(TEMPORARY) || (folder === 'log' && name > segmentName(active))) continue
            await files.link(join(folders[folder], name), join(into, folder, name))
            const isLast = folder === 'log' && name === segmentName(active)
            frozen.push({ path: `${folder}/${name}`, bytes: isLast ? durable : null })
          }
        }
        return frozen
      }),
    )
  }

  /** Ends what a crash interrupted. A failure is told and stops nothing: the board is gone from sight anyhow. */
  async finishErasures(): Promise<void> {
    for (const [board, mark] of this.#house.erasing) {
      try {
        await this.#inTurn(() => this.#removeBytes(board, mark))
      } catch (error) {
        this.#house.log.error(
          { event: 'erase.failed', board, err: error },
          'The bytes of an erased board could not be removed yet',
        )
      }
    }
  }

  /** Waits for what is under way. */
  async rest(): Promise<void> {
    await this.#lastTurn
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#lastTurn.then(work)
    this.#lastTurn = run.catch(() => undefined)
    return run
  }

  async #takeSnapshot(board: BoardId, entry: IndexedBoard, snapshot: Snapshot): Promise<void> {
    const { files, folders, log } = this.#house
    const rot = openDamage(entry)
    if (rot) throw new BoardRotten({ ...rot, board })
    if ((entry.snapshots[0]?.seq ?? 0) > snapshot.seq) return
    const chainHash = await this.#hashAfter(entry, snapshot.seq)
    await writeSnapshot(files, folders.snapshots, board, snapshot, chainHash)
    noteSnapshot(entry, { board, seq: snapshot.seq })
    try {
      await this.#removeOldSnapshots(entry)
      await this.#retireSegments()
    } catch (error) {
      // The snapshot is safe; what is left lying about is tidied up after the next one.
      log.warn(
        { event: 'housekeeping.failed', board, err: error },
        'Old snapshots or segments could not be put away',
      )
    }
  }

  /** What the record after `seq` has as `prevHash`. */
  async #hashAfter(entry: IndexedBoard, seq: number): Promise<Buffer> {
    const { files, folders, segments } = this.#house
    const place = entry.places[seq + 1 - entry.firstSeq]
    if (seq === entry.seq || !place) return entry.hash
    const file = segmentPath(folders.log, place.segment)
    const bytes = await readSpan(files, file, place.offset, place.offset + place.length)
    const frame = decodeFrame(bytes, 0, segments.get(place.segment)?.salt ?? 0)
    if (frame) return Buffer.from(frame.prevHash)
    throw new BoardRotten({
      board: null,
      file,
      offset: place.offset,
      what: 'the bytes are not what was written',
    })
  }

  async #removeOldSnapshots(entry: IndexedBoard): Promise<void> {
    const { files, folders, gate } = this.#house
    const old = entry.snapshots.slice(SNAPSHOTS_KEPT)
    if (old.length === 0) return
    await gate.alone(async () => {
      for (const { board, seq } of old) await files.remove(snapshotPath(folders.snapshots, board, seq))
      entry.snapshots = entry.snapshots.slice(0, SNAPSHOTS_KEPT)
    })
  }

  /** From the oldest on, segments of which every board has a newer snapshot go to the history. */
  async #retireSegments(): Promise<void> {
    const { files, folders, segments, erasing, commit, gate } = this.#house
    if (erasing.size > 0) return
    for (const [number, segment] of segments) {
      if (number >= commit.active || !this.#isHeldBySnapshots(segment)) return
      await gate.alone(async () => {
        await files.rename(segmentPath(folders.log, number), join(folders.history, segmentName(number)))
        segments.delete(number)
      })
      await files.syncFolder(folders.history)
      await files.syncFolder(folders.log)
    }
  }

  #isHeldBySnapshots({ boards }: LiveSegment): boolean {
    return [...boards].every(([board, last]) => {
      const entry = this.#house.index.get(board)
      return !entry || (!openDamage(entry) && isHeld(entry, last))
    })
  }

  async #removeBytes(board: BoardId, mark: number): Promise<void> {
    const { files, folders, indexes, erasing, commit, gate } = this.#house
    await commit.seal()
    await gate.alone(() =>
      purgeBoard({
        files,
        folders,
        indexes,
        board,
        beforeLsn: mark,
        active: commit.active,
        onRewritten: (rewritten) => this.#follow(board, rewritten),
      }),
    )
    // A later mark of the same board has its own removal, and only the last one may say that all is done.
    if (erasing.get(board) !== mark) return
    await commit.append(markOf('erased', board), () => erasing.delete(board))
  }

  /** Finds the records of a rewritten segment where they are now. */
  #follow(board: BoardId, { segment, moves, last }: Rewritten): void {
    const { index, segments } = this.#house
    for (const entry of index.values()) {
      entry.places = entry.places.map((place) =>
        place.segment === segment ? { ...place, offset: moves.get(place.offset) ?? place.offset } : place,
      )
    }
    const boards = segments.get(segment)?.boards
    if (last === null) boards?.delete(board)
    else boards?.set(board, last)
  }
}

function markOf(kind: Exclude<FrameKind, 'update'>, board: BoardId): Buffer {
  const payload = new Uint8Array()
  const prevHash = genesisHash(board)
  return encodeFrame({ kind, seq: 0, timeMs: Date.now(), board, actor: 'server', prevHash, payload })
}

const isHeld = ({ snapshots }: IndexedBoard, seq: number): boolean => (snapshots[0]?.seq ?? 0) >= seq
