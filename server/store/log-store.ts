import { dirname } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { indexed, noteRecord, openDamage } from './board-index.ts'
import {
  BoardRotten,
  StoreRefused,
  type BoardStore,
  type NewRecord,
  type Rot,
  type StoreStatus,
  type WriteFigures,
} from './board-store.ts'
import { chainedRecords } from './chained-records.ts'
import { diskFiles, type Files } from './files.ts'
import { chainHash, encodeFrame, genesisHash } from './frame.ts'
import { Gate } from './gate.ts'
import { GroupCommit, type CommitLimits } from './group-commit.ts'
import { Housekeeping, type FrozenFile } from './housekeeping.ts'
import { makeFolders } from './log-folders.ts'
import { readBoard } from './read-board.ts'
import { recover } from './recovery.ts'
import { SegmentIndexes } from './segment-index.ts'
import { checkBoardId } from './store-checks.ts'
import type { StoreLog } from './store-log.ts'
import { verifyChains, type Asked, type ChainReport } from './verify-chains.ts'

export interface LogStore extends BoardStore {
  /** The damage because of which boards are refused. */
  damage(): readonly Rot[]
  /** Follows the chain of every board through all that is kept of it, and tells what vouches for some records. Reads everything: for a folder that nobody uses. */
  verify(asked: Asked): Promise<ChainReport>
  /** Holds still what is there: see `Housekeeping.freeze`. */
  freeze(into: string, at: () => void): Promise<FrozenFile[]>
}

export interface LogStoreOptions {
  readonly folder: string
  readonly log: StoreLog
  readonly files?: Files
  readonly limits?: Partial<CommitLimits>
}

export const LIMITS: CommitLimits = {
  // Measured with 2,500 records/s: 5 ms of patience save a fifth of the CPU and triple the median wait.
  gatherMs: 2,
  batchBytes: 256 * 1024,
  batchFrames: 500,
  segmentBytes: 64 * 1024 * 1024,
  waitingBytes: 32 * 1024 * 1024,
  retryMs: 500,
}

/**
 * The embedded store: one log for all boards, a snapshot file per board, all under one folder that nobody else writes.
 * Throws BoardRotten if the log is damaged and the board cannot be told; other boards than the damaged are served.
 */
export async function openLogStore({
  folder,
  log,
  files = diskFiles,
  ...given
}: LogStoreOptions): Promise<LogStore> {
  const limits = { ...LIMITS, ...given.limits }
  await files.makeFolder(folder)
  await files.syncFolder(dirname(folder))
  const folders = await makeFolders(files, folder)
  const { index, segments, erasing, lastLsn, active, cutBytes } = await recover(
    { files, folders, log },
    limits,
  )

  let status: StoreStatus = { kind: 'ready' }
  let isOpen = true
  const listeners = new Set<(status: StoreStatus) => void>()
  const writeListeners = new Set<(write: WriteFigures) => void>()
  /** The last record asked for, which may not be durable yet, where that is ahead of the index. */
  const tips = new Map<BoardId, { readonly seq: number; readonly hash: Buffer }>()

  const commit = new GroupCommit({
    files,
    folder: folders.log,
    segment: active,
    nextLsn: lastLsn + 1,
    limits,
    onStatus: tellStatus,
    onWrite: (write) => writeListeners.forEach((listener) => listener(write)),
    onSegment: ({ number, salt }) => segments.set(number, { salt, boards: new Map() }),
  })
  const gate = new Gate()
  const indexes = new SegmentIndexes(files, folders.index)
  const housekeeping = new Housekeeping({
    files,
    folders,
    log,
    index,
    segments,
    indexes,
    erasing,
    commit,
    gate,
  })
  await housekeeping.finishErasures()

  return {
    async load(board) {
      checkOpen()
      checkBoardId(board)
      return gate.together(async () => {
        const entry = index.get(board)
        return entry ? readBoard({ files, folders, segments, log }, board, entry) : null
      })
    },

    async append(record) {
      checkOpen()
      checkBoardId(record.board)
      return { seq: await appendNow(record) }
    },

    head(board) {
      const entry = index.get(board)
      return entry && entry.seq > 0 ? { seq: entry.seq, hash: entry.hash } : null
    },

    async *records(board, from, to = Infinity) {
      checkOpen()
      checkBoardId(board)
      const last = Math.min(to, index.get(board)?.seq ?? 0)
      if (last < from) return
      yield* chainedRecords({ files, folders, indexes, gate, active: () => commit.end }, board, from, last)
    },

    async snapshot(board, snapshot) {
      checkOpen()
      checkBoardId(board)
      return housekeeping.snapshot(board, snapshot)
    },

    behind: () => housekeeping.behind(),

    async erase(board) {
      checkOpen()
      checkBoardId(board)
      if (!tips.has(board) && !index.has(board) && !erasing.has(board)) return
      // What is appended from now on is a new board of the same id.
      const fresh = { seq: 0, hash: genesisHash(board) }
      const erased = housekeeping.erase(board, () => {
        if (tips.get(board) === fresh) tips.delete(board)
      })
      tips.set(board, fresh)
      await erased
    },

    status: () => status,
    onStatus(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    figures: () => ({ waitingBytes: commit.waitingBytes, segments: segments.size, cutBytes }),
    onWrite(listener) {
      writeListeners.add(listener)
      return () => writeListeners.delete(listener)
    },
    async freeze(into, at) {
      checkOpen()
      return housekeeping.freeze(into, at)
    },
    damage: () => [...index.values()].flatMap((entry) => openDamage(entry) ?? []),

    verify: (asked) => gate.together(() => verifyChains({ files, folders, end: commit.end }, asked)),

    async close() {
      if (!isOpen) return
      isOpen = false
      if (status.kind === 'ready') await Promise.race([housekeeping.rest(), troubled()])
      await commit.close()
      await housekeeping.rest()
    },
  }

  /** Everything that decides the order happens before the first wait. */
  function appendNow({ board, actor, timeMs, update }: NewRecord): Promise<number> {
    const tip = tips.get(board) ?? soundEnd(board)
    const seq = tip.seq + 1
    const frame = encodeFrame({
      kind: 'update',
      seq,
      timeMs,
      board,
      actor,
      prevHash: tip.hash,
      payload: update,
    })
    const hash = chainHash(frame)
    const appended = commit.append(frame, (place) => {
      const durable = indexed(index, board)
      noteRecord(durable, place)
      durable.hash = hash
      segments.get(place.segment)?.boards.set(board, seq)
      if (tips.get(board)?.hash === hash) tips.delete(board)
    })
    tips.set(board, { seq, hash })
    return appended.then(() => seq)
  }

  function soundEnd(board: BoardId): { readonly seq: number; readonly hash: Buffer } {
    const entry = index.get(board)
    const rot = entry && openDamage(entry)
    if (rot) throw new BoardRotten({ ...rot, board })
    return entry ?? { seq: 0, hash: genesisHash(board) }
  }

  function tellStatus(next: StoreStatus): void {
    if (JSON.stringify(next) === JSON.stringify(status)) return
    status = next
    if (next.kind === 'degraded')
      log.error({ event: 'store.degraded', reason: next.reason }, 'Records cannot be made durable; they wait')
    else log.info({ event: 'store.recovered' }, 'Records are durable again')
    for (const listener of [...listeners]) listener(next)
  }

  /** Resolves when the disk refuses: then there is nothing to wait for in closing. */
  function troubled(): Promise<void> {
    return new Promise((resolve) => listeners.add(({ kind }) => kind === 'degraded' && resolve()))
  }

  function checkOpen(): void {
    if (!isOpen) throw new StoreRefused('The store is closed.')
  }
}
