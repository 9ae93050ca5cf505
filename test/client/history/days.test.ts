import { describe, expect, it } from 'vitest'
import { daysOf, joined, type Day } from '../../../client/history/days.ts'
import type { HistoryEvent, Version } from '../../../client/history/events.ts'

const ROME = 'Europe/Rome'
const event = (seq: number, at: string): HistoryEvent => ({
  seq,
  at,
  who: null,
  kind: 'card.edited',
  cards: [],
  links: [],
  sentence: { it: `evento ${seq}`, en: `event ${seq}` },
})
const version = (label: string, seq: number, at: string): Version => ({
  id: label,
  seq,
  label,
  note: '',
  at,
  by: null,
  automatic: false,
  agreement: null,
  sha256: '',
})
/** `2026-03-05: 12, Prima bozza, 9` */
const told = (days: readonly Day[]): string[] =>
  days.map(
    ({ day, lines }) =>
      `${day}: ${lines.map((line) => (line.kind === 'event' ? line.event.seq : line.version.label)).join(', ')}`,
  )

describe('the story by day', () => {
  it('groups by the day of who reads, not of Greenwich', () => {
    const events = [event(3, '2026-03-05T23:30:00Z'), event(2, '2026-03-05T09:00:00Z')]
    expect(told(daysOf(events, [], true, ROME))).toEqual(['2026-03-06: 3', '2026-03-05: 2'])
  })

  it('puts a version above the last event that it holds, whenever it got its name', () => {
    const events = [
      event(12, '2026-03-06T10:00:00Z'),
      event(9, '2026-03-05T10:00:00Z'),
      event(4, '2026-03-05T09:00:00Z'),
    ]
    const versions = [
      version('Bozza', 4, '2026-03-07T08:00:00Z'),
      version('Seduta', 10, '2026-03-05T11:00:00Z'),
    ]
    expect(told(daysOf(events, versions, true, ROME))).toEqual([
      '2026-03-06: 12',
      '2026-03-05: Seduta, 9, Bozza, 4',
    ])
  })

  it('puts a version of the present on the day it was named', () => {
    const events = [event(4, '2026-03-05T09:00:00Z')]
    expect(told(daysOf(events, [version('Ora', 4, '2026-03-08T09:00:00Z')], true, ROME))).toEqual([
      '2026-03-08: Ora',
      '2026-03-05: 4',
    ])
  })

  it('tells a day once, also when an older moment was named later', () => {
    const versions = [version('Ieri', 9, '2026-03-07T09:00:00Z'), version('Oggi', 5, '2026-03-08T09:00:00Z')]
    expect(told(daysOf([event(4, '2026-03-05T09:00:00Z')], versions, true, ROME))).toEqual([
      '2026-03-07: Ieri, Oggi',
      '2026-03-05: 4',
    ])
  })

  it('tells apart the things that one record did', () => {
    const at = '2026-03-05T09:00:00Z'
    const [day] = daysOf([event(9, at), event(4, at), event(4, at)], [], true, ROME)
    expect(day?.lines.map(({ key }) => key)).toEqual(['9.0', '4.0', '4.1'])
  })

  it('keeps back the versions of pages that are still to come', () => {
    const versions = [version('Inizio', 2, '2026-03-01T09:00:00Z')]
    const events = [event(9, '2026-03-05T10:00:00Z')]
    expect(told(daysOf(events, versions, false, ROME))).toEqual(['2026-03-05: 9'])
    expect(told(daysOf(events, versions, true, ROME))).toEqual(['2026-03-05: 9', '2026-03-01: Inizio'])
  })
})

describe('a newer page of the story', () => {
  const at = '2026-03-05T10:00:00Z'

  it('takes the place of what it tells again, and keeps what is older', () => {
    const there = [event(7, at), event(5, at), event(2, at)]
    const newest = [event(9, at), event(7, at), event(5, at)]
    expect(joined(there, newest).map(({ seq }) => seq)).toEqual([9, 7, 5, 2])
    expect(joined(there, newest)[1]).toBe(newest[1])
  })

  it('changes nothing when it is empty', () => {
    const there = [event(7, at)]
    expect(joined(there, [])).toBe(there)
  })
})
