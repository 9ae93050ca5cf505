import type { BoardStore, StoreStatus } from '../../server/store/board-store.ts'
import { memoryStore, type Kept } from '../../server/store/memory-store.ts'

/** A store whose disk takes records only while its gate is open; otherwise they wait, in order, as in the real one. */
export interface GatedStore extends BoardStore {
  /** Holds back every record that is appended from now on. */
  shut(): void
  /** Lets through what waits and what comes. */
  open(): void
  /** Gives up what waits, as a store does whose memory is full. */
  refuse(error: Error): void
  setStatus(status: StoreStatus): void
  /** How many records wait. */
  readonly waiting: number
}

export function gatedStore(kept?: Kept): GatedStore {
  const store = memoryStore(kept)
  const listeners = new Set<(status: StoreStatus) => void>()
  let status: StoreStatus = { kind: 'ready' }
  let isShut = false
  const waiting: { pass: () => void; refuse: (error: Error) => void }[] = []
  return {
    ...store,
    async append(record) {
      if (isShut) await new Promise<void>((pass, refuse) => waiting.push({ pass, refuse }))
      return store.append(record)
    },
    status: () => status,
    onStatus(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shut: () => void (isShut = true),
    open() {
      isShut = false
      for (const { pass } of waiting.splice(0)) pass()
    },
    refuse(error) {
      for (const { refuse } of waiting.splice(0)) refuse(error)
    },
    setStatus(next) {
      status = next
      for (const listener of listeners) listener(next)
    },
    get waiting() {
      return waiting.length
    },
  }
}
