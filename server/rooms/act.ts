import type { Origin } from '../../shared/board/origin.ts'
import type { ParticipantId } from '../../shared/ids.ts'
import type { Session } from './session.ts'

/** Who writes: a participant, or the server for itself. */
export type Actor = ParticipantId | 'server'

/** Origin of every transaction that a room runs: who, when, and on which connection it came. */
export interface Act {
  readonly actor: Actor
  /** Milliseconds since 1970, UTC; never goes back within a board. */
  readonly timeMs: number
  readonly session: Session | null
}

/** An act of the server, in the words in which the commands of `shared/board` take it. */
export type ServerAct = Origin & Act
