import type { HistoryEvent, Version } from './events.ts'

/** A moment that can be compared. */
export type Choice =
  | { readonly kind: 'now' }
  /** Before anything was on the table. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'version'; readonly seq: number; readonly at: string; readonly label: string }
  /** The last thing that happened on a day. */
  | { readonly kind: 'day'; readonly seq: number; readonly at: string }

export const choiceKey = (choice: Choice): string =>
  'seq' in choice ? `${choice.kind} ${choice.seq}` : choice.kind

/**
 * The moments worth comparing, newest first: now, what got a name, the end of each day that is known, and the empty
 * table. `dayOf` says on which day of the reader a moment was.
 */
export function choicesOf(
  events: readonly HistoryEvent[],
  versions: readonly Version[],
  dayOf: (at: string) => string,
): Choice[] {
  const named = versions
    .filter(({ automatic }) => !automatic)
    .map(({ seq, at, label }): Choice & { seq: number } => ({ kind: 'version', seq, at, label }))
  const days = new Map<string, HistoryEvent>()
  for (const event of events) {
    const last = days.get(dayOf(event.at))
    if (!last || last.seq < event.seq) days.set(dayOf(event.at), event)
  }
  const newest = events.reduce((last, { seq }) => Math.max(last, seq), 0)
  const ends = [...days.values()]
    .filter(({ seq }) => seq !== newest && !named.some((one) => one.seq === seq))
    .map(({ seq, at }): Choice & { seq: number } => ({ kind: 'day', seq, at }))
  return [{ kind: 'now' }, ...[...named, ...ends].sort((a, b) => b.seq - a.seq), { kind: 'empty' }]
}
