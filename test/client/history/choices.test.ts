import { expect, it } from 'vitest'
import { choiceKey, choicesOf } from '../../../client/history/choices.ts'
import type { HistoryEvent, Version } from '../../../client/history/events.ts'

const event = (seq: number, at: string) => ({ seq, at }) as HistoryEvent
const version = (seq: number, label: string, automatic = false) =>
  ({ id: label, seq, label, at: '2026-03-05T10:00:00Z', automatic }) as Version
const dayOf = (at: string): string => at.slice(0, 10)

it('offers now, what has a name, the end of each earlier day, and the empty table', () => {
  const events = [
    event(9, '2026-03-06T09:00:00Z'),
    event(8, '2026-03-05T18:00:00Z'),
    event(7, '2026-03-05T17:00:00Z'),
    event(4, '2026-03-04T17:00:00Z'),
  ]
  const choices = choicesOf(events, [version(5, 'Primo incontro'), version(6, 'da sé', true)], dayOf)
  expect(choices.map(choiceKey)).toEqual(['now', 'day 8', 'version 5', 'day 4', 'empty'])
})

it('offers a named moment once, and where nothing is known now and the empty table', () => {
  expect(
    choicesOf([event(9, '2026-03-06'), event(8, '2026-03-05')], [version(8, 'Fine')], dayOf).map(choiceKey),
  ).toEqual(['now', 'version 8', 'empty'])
  expect(choicesOf([], [], dayOf).map(choiceKey)).toEqual(['now', 'empty'])
})
