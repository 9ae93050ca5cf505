import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '../../../../shared/money.ts'
import { fundByYear } from '../../../../shared/plan/views/fund-by-year.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'
import { anyBoard } from '../../../builders/any-board.ts'

describe('the yearly plan', () => {
  it('says what each fund gives in each year, and what has no year yet', () => {
    const { years, lines } = fundByYear(aBoard(RICH_TABLE).plan())
    expect(years).toEqual(['2018', '2019', '2020', '2023', null])
    expect(lines.map(({ fund, cells }) => [fund, ...cells])).toEqual([
      ['erdf', 30000000, 81233200, 0, 0, 135468750],
      ['esf', 0, 0, 20000000, 0, 36250000],
      ['city', 0, 0, 0, 5000000, 0],
    ])
  })

  it('adds up to the ledger by line and by column, on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        const { lines, totals } = fundByYear(plan)
        for (const { cells, cents } of lines) expect(sum(cells)).toBe(cents)
        expect(sum(lines.map(({ cents }) => cents))).toBe(plan.ledger.totalCents)
        totals.forEach((total, at) => expect(sum(lines.map(({ cells }) => cells[at] ?? 0))).toBe(total))
      }),
      { numRuns: 60 },
    )
  })
})
