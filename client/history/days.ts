import type { HistoryEvent, Version } from './events.ts'

/** One line of the story; no two have the same key. */
export type Line =
  | { readonly kind: 'event'; readonly key: string; readonly event: HistoryEvent }
  | { readonly kind: 'version'; readonly key: string; readonly version: Version }

export interface Day {
  /** `2026-03-05`, in the reader's own time. */
  readonly day: string
  readonly lines: readonly Line[]
}

/**
 * The story by day, newest first. A version stands right above the last event it holds, whenever it was named; one that is
 * older than what was loaded comes with its events.
 */
export function daysOf(
  events: readonly HistoryEvent[],
  versions: readonly Version[],
  isWhole: boolean,
  timeZone?: string,
): Day[] {
  const dayOf = dayIn(timeZone)
  const days: { day: string; lines: Line[] }[] = []
  const put = (at: string, line: Line): void => {
    const day = dayOf(at)
    const last = days.at(-1)
    if (last && day >= last.day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  const waiting = versions.toSorted((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1))
  for (const [event, key] of keyed(events)) {
    for (let next = waiting[0]; next && next.seq >= event.seq; next = waiting[0]) {
      // What was named later is part of the day it speaks of, unless nothing has happened since.
      put(event === events[0] && next.at > event.at ? next.at : event.at, lineOf(next))
      waiting.shift()
    }
    put(event.at, { kind: 'event', key, event })
  }
  if (isWhole) for (const version of waiting) put(version.at, lineOf(version))
  return days
}

const lineOf = (version: Version): Line => ({ kind: 'version', key: version.id, version })

/** One record may tell several things: `42.0`, `42.1`. */
export function keyed(events: readonly HistoryEvent[]): (readonly [event: HistoryEvent, key: string])[] {
  let nth = 0
  return events.map((event, i) => {
    nth = events[i - 1]?.seq === event.seq ? nth + 1 : 0
    return [event, `${event.seq}.${nth}`] as const
  })
}

/** What came newly, before what was there: where both tell of the same records the new page is right. */
export function joined(
  there: readonly HistoryEvent[],
  newest: readonly HistoryEvent[],
): readonly HistoryEvent[] {
  const oldest = newest.at(-1)
  return oldest ? [...newest, ...there.filter(({ seq }) => seq < oldest.seq)] : there
}

function dayIn(timeZone: string | undefined): (at: string) => string {
  // Sweden writes days as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone && { timeZone }) })
  return (at) => format.format(new Date(at))
}
