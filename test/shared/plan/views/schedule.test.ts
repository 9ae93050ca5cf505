import { describe, expect, it } from 'vitest'
import { dayOfMonth, monthOf, shiftMonths } from '../../../../shared/dates.ts'
import { scheduleOf } from '../../../../shared/plan/views/schedule.ts'
import { aBoard, type BoardSpec } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'
import { services, works } from '../../../builders/an-intervention.ts'

const month = (year: number, of: number): number => year * 12 + of - 1

function scheduleWith(spec: BoardSpec) {
  const schedule = scheduleOf(aBoard(spec).plan())
  const rows = new Map(
    schedule.groups.flatMap((group) => group.rows.map((row) => [row.action.id as string, row])),
  )
  return { ...schedule, rows }
}

const pair = (reason = '', end = '2020-06-30', start = '2020-01-01'): BoardSpec => ({
  cards: {
    frame: { kind: 'intervention' },
    w: works({ end, start: '2019-01-01' }),
    s: services({ start, end: '2021-12-31' }),
  },
  links: [['w', 'enables', 's', { reason }]],
})

describe('the schedule', () => {
  it('shades the months in which a service runs before its rooms are ready', () => {
    const { rows, arrows } = scheduleWith(pair())
    expect(arrows.map(({ state }) => state)).toEqual(['overlaps'])
    expect(rows.get('s')?.withoutPlace).toEqual({ from: month(2020, 1), to: month(2020, 6), because: ['w'] })
    expect(rows.get('w')?.withoutPlace).toBeNull()
  })

  it('shades nothing when times agree, when a reason is given, or while a date is missing', () => {
    for (const [spec, state] of [
      [pair('', '2019-12-31'), 'agrees'],
      [pair('a fasi'), 'excused'],
      [{ ...pair(), cards: { ...pair().cards, w: works({ start: '2019-01-01' }) } }, 'unknown'],
    ] as const) {
      const { rows, arrows } = scheduleWith(spec)
      expect(arrows.map((arrow) => arrow.state)).toEqual([state])
      expect(rows.get('s')?.withoutPlace).toBeNull()
    }
  })

  it('shades the whole of a service that needs a place and has none', () => {
    const { rows } = scheduleWith({
      cards: {
        frame: { kind: 'intervention' },
        s: services({ needsPlace: true, start: '2020-03-01', end: '2020-05-31' }),
      },
    })
    expect(rows.get('s')?.withoutPlace).toEqual({ from: month(2020, 3), to: month(2020, 5), because: [] })
  })

  it('agrees with SE-3 on every finish-start pair of works that are not mature', () => {
    for (const end of ['2019-12-31', '2020-01-01', '2020-01-02', '2022-01-01']) {
      const spec = pair('', end)
      const cards = { ...spec.cards, w: works({ end, start: '2019-01-01', designLevel: 'preliminary' }) }
      const [finding] = aBoard({ ...spec, cards }).findings('SE-3')
      const [arrow] = scheduleWith({ ...spec, cards }).arrows
      expect([end, finding?.verdict === 'fails']).toEqual([end, arrow?.state === 'overlaps'])
    }
  })

  it('is as wide as the programme and what lies beyond it, in whole years, and no wider than a slip of the pen', () => {
    const { window, extent, rows, groups } = scheduleWith(RICH_TABLE)
    expect([window.from, window.to]).toEqual([month(2014, 1), month(2023, 12)])
    expect([extent.from, extent.to]).toEqual([month(2014, 1), month(2024, 12)])
    expect([...rows.values()].filter(({ outside }) => outside).map(({ action }) => action.id)).toEqual([
      'school',
    ])
    expect(groups.map(({ intervention }) => intervention)).toEqual(['quartieri', null])
    const slip = scheduleWith({ cards: { a: { kind: 'action', end: '3019-01-01' } } })
    expect(slip.extent.to - slip.window.to).toBeLessThanOrEqual(132)
  })
})

describe('months', () => {
  it('are counted and turned into days again', () => {
    expect(monthOf('2026-01-31')).toBe(24312)
    expect([dayOfMonth(24313, 'first'), dayOfMonth(24313, 'last')]).toEqual(['2026-02-01', '2026-02-28'])
  })

  it('are added without passing over one; the last day stays the last', () => {
    expect(shiftMonths('2026-01-30', 1)).toBe('2026-02-28')
    expect(shiftMonths('2024-02-29', 1)).toBe('2024-03-31')
    expect(shiftMonths('2026-03-15', -3)).toBe('2025-12-15')
    expect(shiftMonths('2026-12-31', 2)).toBe('2027-02-28')
  })
})
