import { Guesses } from './guesses.ts'
import { Pace } from './pace.ts'

/** Requests of one participant. */
const PARTICIPANT = { perSecond: 50, burst: 500 }
/** Requests with one key and no participant: it may be shared by a whole room, whose browsers all ask at once. */
const KEY = { perSecond: 100, burst: 2000 }
/** Requests from one address, whoever asks: a town hall, or all of a city behind one proxy. */
const ADDRESS = { perSecond: 1000, burst: 20_000 }
/** People who sit down with one key. */
const SITTING = { perSecond: 2, burst: 1000 }

/** How often one may say that a need is theirs too, and take it back. */
const REACTING = { perSecond: 2, burst: 60 }

/** How many sockets may be open at once. */
export const SOCKETS = {
  perParticipant: 20,
  /** All who come with a key and no token are one participant. */
  perAnonymousKey: 1000,
  perBoard: 1000,
  perAddress: 2000,
  perProcess: 5000,
} as const

/** How fast one may be. Kept in memory alone. */
export interface Limits {
  readonly participants: Pace
  readonly keys: Pace
  readonly addresses: Pace
  readonly sitting: Pace
  readonly reacting: Pace
  readonly guesses: Guesses
}

export const createLimits = (now?: () => number): Limits => ({
  participants: new Pace(PARTICIPANT.perSecond, PARTICIPANT.burst, now),
  keys: new Pace(KEY.perSecond, KEY.burst, now),
  addresses: new Pace(ADDRESS.perSecond, ADDRESS.burst, now),
  sitting: new Pace(SITTING.perSecond, SITTING.burst, now),
  reacting: new Pace(REACTING.perSecond, REACTING.burst, now),
  guesses: new Guesses(now),
})
