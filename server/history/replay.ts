import * as Y from 'yjs'
import type { Told } from '../../shared/history/fact.ts'
import type { ChainedRecord } from '../store/board-store.ts'
import type { State } from './book.ts'
import { Teller } from './teller.ts'

/** Some records of a board to be gone through. Plain values: it may be done in a thread of its own. */
export interface ReplayJob {
  /** Names the document among those that are kept. */
  readonly key: string
  /** The record it goes on after. */
  readonly after: number
  /** What to begin from: null at the beginning of the board; `warm`: the document is still there from a job before. */
  readonly from: State | null | 'warm'
  readonly open: readonly Told[]
  readonly records: readonly ChainedRecord[]
  /** Whether the whole state after the last record is wanted, and whether the document is to be kept for the next job. */
  readonly wantState: boolean
  readonly keep: boolean
}

export interface Replayed {
  readonly closed: readonly Told[]
  readonly open: readonly Told[]
  readonly state: Uint8Array | null
}

/** `cold` asks for the same job with a state to begin from: the document is not there any more. */
export type ReplayAnswer = Replayed | 'cold'

const WARM = 3

/** Goes through records. Documents of the last boards are kept warm, so that what follows costs only itself. */
export class Replay {
  readonly #warm = new Map<string, Teller>()

  /** `pause` is awaited between records, so that a thread that has other things to do can do them. */
  async run(job: ReplayJob, pause: () => Promise<void> | null = () => null): Promise<ReplayAnswer> {
    const { key, after, from, open, records, wantState, keep } = job
    const teller = from === 'warm' ? this.#take(key, after) : new Teller(from)
    if (!teller) return 'cold'
    teller.open = open
    const closed: Told[] = []
    for (const record of records) {
      if (record.seq <= teller.seq) continue
      closed.push(...teller.take(record))
      await pause()
    }
    if (keep) this.#keep(key, teller)
    const state = wantState ? Y.encodeStateAsUpdate(teller.board.doc) : null
    return { closed, open: teller.open, state }
  }

  forget(): void {
    this.#warm.clear()
  }

  #take(key: string, after: number): Teller | null {
    const teller = this.#warm.get(key)
    this.#warm.delete(key)
    return teller?.seq === after ? teller : null
  }

  #keep(key: string, teller: Teller): void {
    this.#warm.set(key, teller)
    for (const oldest of this.#warm.keys()) if (this.#warm.size > WARM) this.#warm.delete(oldest)
  }
}
