import { expect, it } from 'vitest'
import { boardOf } from '../../../../shared/board/board.ts'
import type { CsvCell } from '../../../../shared/formats/csv-table.ts'
import { annexTables } from '../../../../shared/formats/annex-v/tables.ts'
import { planOf } from '../../../../shared/plan/plan-of.ts'
import { programmeOf } from '../../../../shared/programme/programme-of.ts'
import { richBoard } from '../rich-board.ts'

it('the money of other programmes stands neither in the table of funds nor in that of years', () => {
  const board = boardOf(richBoard())
  const plan = planOf(board, programmeOf(board.header))
  const own = plan.ledger.rows.filter(({ programme }) => programme === plan.programme.id)
  const cents = own.reduce((sum, row) => sum + row.cents, 0)
  expect(cents).toBeLessThan(plan.ledger.totalCents)
  const amounts = (number: number): number[] =>
    annexTables(plan)
      .find((table) => table.number === number)
      ?.rows.map((row) => centsIn(row.at(-1) ?? null)) ?? []
  expect(amounts(10).reduce((sum, one) => sum + one, 0)).toBe(cents)
  expect(amounts(11).at(-1)).toBe(cents)
})

const centsIn = (cell: CsvCell): number => (cell !== null && 'cents' in cell ? cell.cents : NaN)
