import type { BoardId } from '../../shared/ids.ts'
import {
  StoreRefused,
  type BoardStore,
  type ChainedRecord,
  type NewRecord,
  type Snapshot,
  type StoredBoard,
  type StoredRecord,
  type WriteFigures,
} from './board-store.ts'
import { genesisHash, hashOfRecord } from './frame.ts'
import { checkBoardId, checkSnapshotSeq } from './store-checks.ts'

/** What a memory store keeps; hand it to the next one to play a restart. `records` are all, also those in the snapshot. */
export type Kept = Map<BoardId, { snapshot: Snapshot | null; records: ChainedRecord[]; seq: number }>

/** A store for tests: the contract without the disk. */
export function memoryStore(kept: Kept = new Map()): BoardStore {
  let open = true
  const writeListeners = new Set<(write: WriteFigures) => void>()
  const opened = (): void => {
    if (!open) throw new StoreRefused('The store is closed.')
  }

  return {
    async load(board): Promise<StoredBoard | null> {
      opened()
      checkBoardId(board)
      const found = kept.get(board)
      if (!found) return null
      const after = found.snapshot?.seq ?? 0
      const records = found.records
        .slice(after)
        .map(({ hash: _, prevHash: __, ...record }): StoredRecord => record)
      return { ...found, records }
    },
    async append(record: NewRecord) {
      opened()
      checkBoardId(record.board)
      const found = kept.get(record.board) ?? { snapshot: null, records: [], seq: 0 }
      kept.set(record.board, found)
      found.seq += 1
      const stored: StoredRecord = { ...record, update: record.update.slice(), seq: found.seq }
      const prevHash = found.records.at(-1)?.hash ?? genesisHash(record.board)
      found.records.push({ ...stored, prevHash, hash: hashOfRecord(stored, prevHash) })
      writeListeners.forEach((listener) => listener({ records: 1, seconds: 0, syncSeconds: 0 }))
      return { seq: found.seq }
    },
    head: (board) => kept.get(board)?.records.at(-1) ?? null,
    async *records(board, from, to = Infinity) {
      opened()
      checkBoardId(board)
      const found = kept.get(board)?.records.filter(({ seq }) => seq >= from && seq <= to) ?? []
      if (found.length > 0) yield found
    },
    async snapshot(board, snapshot) {
      opened()
      checkBoardId(board)
      const found = kept.get(board)
      checkSnapshotSeq(board, snapshot.seq, found?.seq ?? 0)
      if (!found) return
      if (found.snapshot && found.snapshot.seq > snapshot.seq) return
      const copy = { ...snapshot, state: snapshot.state.slice(), meta: snapshot.meta.slice() }
      kept.set(board, { ...found, snapshot: copy })
    },
    behind: () => [],
    async erase(board) {
      opened()
      checkBoardId(board)
      kept.delete(board)
    },
    status: () => ({ kind: 'ready' }),
    onStatus: () => () => undefined,
    figures: () => ({ waitingBytes: 0, segments: 0, cutBytes: 0 }),
    onWrite(listener) {
      writeListeners.add(listener)
      return () => writeListeners.delete(listener)
    },
    async close() {
      open = false
    },
  }
}
