import type { BoardId } from '../../shared/ids.ts'
import {
  StoreRefused,
  type BoardStore,
  type NewRecord,
  type Snapshot,
  type StoredBoard,
  type StoredRecord,
} from './board-store.ts'
import { checkBoardId, checkSnapshotSeq } from './store-checks.ts'

/** What a memory store keeps; hand it to the next one to play a restart. */
export type Kept = Map<BoardId, { snapshot: Snapshot | null; records: StoredRecord[]; seq: number }>

/** A store for tests: the contract without the disk. */
export function memoryStore(kept: Kept = new Map()): BoardStore {
  let open = true
  const opened = (): void => {
    if (!open) throw new StoreRefused('The store is closed.')
  }

  return {
    async load(board): Promise<StoredBoard | null> {
      opened()
      checkBoardId(board)
      const found = kept.get(board)
      return found ? { ...found, records: [...found.records] } : null
    },
    async append(record: NewRecord) {
      opened()
      checkBoardId(record.board)
      const found = kept.get(record.board) ?? { snapshot: null, records: [], seq: 0 }
      kept.set(record.board, found)
      found.seq += 1
      found.records.push({ ...record, update: record.update.slice(), seq: found.seq })
      return { seq: found.seq }
    },
    async snapshot(board, snapshot) {
      opened()
      checkBoardId(board)
      const found = kept.get(board)
      checkSnapshotSeq(board, snapshot.seq, found?.seq ?? 0)
      if (!found) return
      if (found.snapshot && found.snapshot.seq > snapshot.seq) return
      const records = found.records.filter((record) => record.seq > snapshot.seq)
      const copy = { ...snapshot, state: snapshot.state.slice(), meta: snapshot.meta.slice() }
      kept.set(board, { ...found, snapshot: copy, records })
    },
    async erase(board) {
      opened()
      checkBoardId(board)
      kept.delete(board)
    },
    status: () => ({ kind: 'ready' }),
    onStatus: () => () => undefined,
    async close() {
      open = false
    },
  }
}
