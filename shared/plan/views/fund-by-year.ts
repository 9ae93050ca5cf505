import type { CardId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import { groupedBy } from '../grouped-by.ts'
import type { LedgerRow, Plan } from '../plan.ts'

/** What a fund gives, year by year; the cells stand under the years of the table. */
export interface FundYears {
  readonly fund: CardId
  readonly title: string
  readonly cells: readonly Cents[]
  readonly cents: Cents
}

/** The yearly plan: a fund a line, a year a column. */
export interface FundByYear {
  /** Those of the ledger, null (no year said) last. */
  readonly years: readonly (string | null)[]
  readonly lines: readonly FundYears[]
  readonly totals: readonly Cents[]
}

/** The ledger by fund and year: its lines add up to the sums by fund, its columns to the sums by year. Funds that give nothing are left out. */
export function fundByYear({ ledger }: Pick<Plan, 'ledger'>): FundByYear {
  const years = ledger.byYear.map(({ key }) => key)
  const rowsOf = groupedBy(ledger.rows, ({ fund }) => [fund])
  const lines = ledger.byFund.flatMap(({ key, title, cents }): FundYears[] => {
    const rows = rowsOf.get(key) ?? []
    if (rows.length === 0) return []
    return [
      { fund: key, title, cents, cells: years.map((year) => sum(rows.map((row) => within(row, year)))) },
    ]
  })
  return { years, lines, totals: ledger.byYear.map(({ cents }) => cents) }
}

/** What a row gives in a year; under no year what it does not share out, or shares out beyond its amount. */
const within = ({ cents, years }: LedgerRow, year: string | null): Cents =>
  year === null ? cents - sum(Object.values(years)) : (years[year] ?? 0)
