import { CLOSE } from '../../shared/protocol/close-codes.ts'

const SOON_MS = 1000
const LATER_MS = 4000
const MOST_MS = 10_000

/**
 * How long to wait before the next attempt to connect, in milliseconds: longer after each, longer still when the server
 * asked for time, and never the same for two people: sixty phones that lost one server must not come back in one second.
 * `attempt` counts from 1, `chance` is at least 0 and less than 1.
 */
export function waitBefore(attempt: number, code: number | null, chance: number): number {
  const first = code === CLOSE.overloaded || code === CLOSE.tooFast ? LATER_MS : SOON_MS
  const most = Math.min(MOST_MS, first * 2 ** (attempt - 1))
  return Math.round(most * (0.3 + 0.7 * chance))
}

/** The moment that a server which stops gave us to come back at, in milliseconds; null where it says none. */
export function askedWait(detail: string): number | null {
  return /^\d{1,5}$/.test(detail) ? Math.min(MOST_MS, Math.max(SOON_MS, Number(detail))) : null
}
