import { describe, expect, it } from 'vitest'
import { shownDays, type Wanted } from '../../../client/components/history/shown-days.ts'
import type { Day } from '../../../client/history/days.ts'
import type { Version, Who } from '../../../client/history/events.ts'

const anna = { id: 'anna', name: 'Anna', organisation: '' } as unknown as Who

const event = (seq: number, kind: string, it: string, en: string): Day['lines'][number] => ({
  kind: 'event',
  key: `${seq}.0`,
  event: { seq, at: '2026-03-05T09:00:00Z', who: anna, kind, cards: [], links: [], sentence: { it, en } },
})
const version: Day['lines'][number] = {
  kind: 'version',
  key: 'v',
  version: { id: 'v', label: 'Prima bozza', note: 'per i partner', by: null } as unknown as Version,
}
const DAYS: readonly Day[] = [
  { day: '2026-03-06', lines: [version, event(3, 'moved', 'ha spostato l’asilo', 'moved the nursery')] },
  { day: '2026-03-05', lines: [event(2, 'added', 'ha aggiunto l’asilo', 'added the nursery')] },
]

const shown = (wanted: Partial<Wanted>, language: 'it' | 'en' = 'it'): string[] =>
  shownDays(DAYS, { sort: undefined, words: '', who: null, ...wanted }, language).map(
    ({ day, lines }) => `${day}: ${lines.map(({ key }) => key).join(' ')}`,
  )

describe('what is shown of a story', () => {
  it('is all of it when nothing is asked for', () =>
    expect(shown({})).toEqual(['2026-03-06: v 3.0', '2026-03-05: 2.0']))

  it('is one sort, without the days that have none of it', () => {
    expect(shown({ sort: 'added' })).toEqual(['2026-03-05: 2.0'])
    expect(shown({ sort: 'versions' })).toEqual(['2026-03-06: v'])
  })

  it('is what holds some words, in the language one reads, of events, names and notes', () => {
    expect(shown({ words: 'ASILO' })).toEqual(['2026-03-06: 3.0', '2026-03-05: 2.0'])
    expect(shown({ words: 'nursery' })).toEqual([])
    expect(shown({ words: 'nursery' }, 'en')).toEqual(['2026-03-06: 3.0', '2026-03-05: 2.0'])
    expect(shown({ words: 'partner' })).toEqual(['2026-03-06: v'])
  })

  it('leaves out versions that somebody else named', () =>
    expect(shown({ who: anna.id })).toEqual(['2026-03-06: 3.0', '2026-03-05: 2.0']))
})
