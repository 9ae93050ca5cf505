import { shown } from '../measure/spread.ts'

/** A figure to reach, and whether it was. */
export interface Verdict {
  readonly goal: string
  readonly isReached: boolean
  /** By how much it was missed; empty when it was not. */
  readonly missedBy: string
}

export const atMost = (what: string, value: number, limit: number, unit: string): Verdict =>
  verdict(`${what} ≤ ${shown(limit)}${unit}`, value <= limit, value - limit, unit)

export const atLeast = (what: string, value: number, limit: number, unit: string): Verdict =>
  verdict(`${what} ≥ ${shown(limit)}${unit}`, value >= limit, limit - value, unit)

/** The last two cells of a row: what was to be reached, and whether it was. */
export function cellsOf(verdicts: readonly Verdict[]): [string, string] {
  const missed = verdicts.filter(({ isReached }) => !isReached)
  return [
    verdicts.map(({ goal }) => goal).join('; '),
    missed.length === 0 ? 'reached' : `missed: ${missed.map(({ missedBy }) => missedBy).join('; ')}`,
  ]
}

/** Those of a row that is only there to be compared with. */
export const NO_GOAL: [string, string] = ['', '']

const verdict = (goal: string, isReached: boolean, by: number, unit: string): Verdict => ({
  goal,
  isReached,
  missedBy: isReached ? '' : `${goal.split(/ [≤≥] /)[0] ?? ''} by ${shown(by)}${unit}`,
})
