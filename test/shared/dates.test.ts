import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { italianDate, readDate } from '../../shared/dates.ts'

describe('readDate', () => {
  it.each([
    ['05/03/2026', '2026-03-05'],
    ['5/3/26', '2026-03-05'],
    ['05-03-2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5 3 2026', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['050326', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    [' 5 marzo 2026 ', '2026-03-05'],
    ['1° maggio 2024', '2024-05-01'],
    ['5 mar. 26', '2026-03-05'],
    ['12 sett 2025', '2025-09-12'],
    ['5 March 2026', '2026-03-05'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %s, the day before the month', (text, date) => expect(readDate(text)).toEqual({ ok: true, date }))

  it.each([
    ['12/2019', '2019-12-01', '2019-12-31'],
    ['febbraio 2024', '2024-02-01', '2024-02-29'],
    ['2/23', '2023-02-01', '2023-02-28'],
    ['2022', '2022-01-01', '2022-12-31'],
  ])('reads %s as the first day of a start and the last of an end', (text, first, last) => {
    expect(readDate(text, 'first')).toEqual({ ok: true, date: first })
    expect(readDate(text, 'last')).toEqual({ ok: true, date: last })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['presto', 'notADate'],
    ['5/3', 'notADate'],
    ['2 ma 2026', 'notADate'],
    ['29/2/2023', 'noSuchDay'],
    ['31/4/2026', 'noSuchDay'],
    ['1/13/2026', 'noSuchDay'],
    ['13/2026', 'noSuchDay'],
    ['0/3/2026', 'noSuchDay'],
    ['5/3/0026', 'noSuchDay'],
  ])('asks back for «%s»', (text, reason) => expect(readDate(text)).toEqual({ ok: false, reason }))

  it('reads back every day it has shown', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(readDate(italianDate(iso))).toEqual({ ok: true, date: iso })
      }),
    )
  })
})

describe('italianDate', () => {
  it('shows a stored day, the day before the month', () =>
    expect(italianDate('2026-03-05')).toBe('05/03/2026'))

  it('leaves what is no date as it is', () => expect(italianDate('presto')).toBe('presto'))
})
