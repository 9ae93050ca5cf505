import type { Logger } from 'pino'
import type { CardId, CommentId, ParticipantId } from '../../shared/ids.ts'
import type { Metrics } from '../metrics.ts'
import type { BoardStore } from '../store/board-store.ts'
import type { FirstWriter } from './authors.ts'
import type { Identity } from './presence.ts'
import type { SnapshotAfter } from './snapshot-pace.ts'
import type { Turns } from './turns.ts'

/** What a room needs of the house. */
export interface RoomTools {
  readonly store: BoardStore
  readonly log: Logger
  readonly metrics: Metrics
  /** How somebody is called and in which colour they are drawn; nobody's name for who came with a key alone. */
  readonly personOf: (participant: ParticipantId) => Omit<Identity, 'role'>
  /** The words of `EVENT authors` for cards that just got an author. */
  readonly tellAuthors: (fresh: readonly (readonly [CardId, FirstWriter])[]) => string
  /** The words of `EVENT comments` for comments that were just made. */
  readonly tellSpeakers: (said: readonly (readonly [CommentId, FirstWriter])[]) => string
  readonly now: () => number
  /** How long nobody must write before the server repairs. */
  readonly restMs: number
  /** How long nobody must need the document before only the bytes are kept. */
  readonly foldMs: number
  /** How much must be written for a new snapshot, where it is not the usual. */
  readonly snapshotAfter?: SnapshotAfter
  readonly turns: Turns
}

/** What the registry says of a board, as far as its room must know. */
export interface BoardFacts {
  readonly generation: number
  readonly archived: boolean
  /** Whether people see each other's cursors. */
  readonly cursors: boolean
}
