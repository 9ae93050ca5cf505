import { WatchedBoard } from '../../shared/board/changes.ts'
import type { Told } from '../../shared/history/fact.ts'
import { factsOf } from '../../shared/history/facts-of.ts'
import { close, fold } from '../../shared/history/fold.ts'
import type { ChainedRecord } from '../store/board-store.ts'
import type { State } from './book.ts'

/** Goes through the records of a board, one after the other, and tells what happened. */
export class Teller {
  readonly board = new WatchedBoard()
  /** The last record taken. */
  seq = 0
  atMs = 0
  /** Facts that the next records may still join, in the order of their last records. */
  open: readonly Told[] = []

  /** Begins at the state after a record, or before the first. */
  constructor(from: State | null) {
    if (!from) return
    this.board.apply(from.state)
    this.seq = from.seq
    this.atMs = from.atMs
  }

  /** Takes the next record; returns the facts that are now closed. */
  take({ seq, timeMs, actor, update, hash }: ChainedRecord): readonly Told[] {
    const change = this.board.apply(update)
    this.seq = seq
    this.atMs = timeMs
    const facts = factsOf(change, actor, (id) => this.board.card(id))
    let open = this.open
    const told = {
      seq,
      first: seq,
      atMs: timeMs,
      firstMs: timeMs,
      actor,
      hash: Buffer.from(hash).toString('hex'),
    }
    for (const fact of facts) open = fold(open, { ...told, fact })
    const parts = close(open, timeMs)
    this.open = parts.open
    return parts.closed
  }
}
