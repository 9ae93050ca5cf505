import { dayOfMonth, monthOf, shiftMonths, type IsoDate } from '../../../../shared/dates.ts'

/** The dates of an action; either may be missing. */
export interface Span {
  readonly start: IsoDate | null
  readonly end: IsoDate | null
}

/** What of a bar is held: the whole, or one of its ends. */
export type Grip = 'whole' | 'start' | 'end'

/**
 * The span some months later or earlier, by the whole or by one end. An end that is pulled past the other stops in the
 * other's month.
 */
export function moved({ start, end }: Span, grip: Grip, months: number): Span {
  const later = (date: IsoDate | null): IsoDate | null => date && shiftMonths(date, months)
  if (grip === 'whole') return { start: later(start), end: later(end) }
  const next = grip === 'start' ? { start: later(start), end } : { start, end: later(end) }
  if (next.start === null || next.end === null || next.end >= next.start) return next
  return grip === 'start'
    ? { start: dayOfMonth(monthOf(next.end), 'first'), end }
    : { start, end: dayOfMonth(monthOf(next.start), 'last') }
}

/** The span drawn from one month to another, in either direction. */
export const drawn = (from: number, to: number): Span => ({
  start: dayOfMonth(Math.min(from, to), 'first'),
  end: dayOfMonth(Math.max(from, to), 'last'),
})

export const sameSpan = (one: Span, other: Span): boolean =>
  one.start === other.start && one.end === other.end
