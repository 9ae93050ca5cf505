import { FUND_SOURCES, type FundSource } from '../../board/card.ts'
import { sum, type Cents } from '../../money.ts'
import type { Programme } from '../../programme/programme.ts'
import { groupedBy } from '../grouped-by.ts'
import { sortedCodes } from '../integration.ts'
import type { LedgerRow, Plan } from '../plan.ts'

/** Whether the programme gives a fund to an axis: FIN-3 as a table. `unknown` where its pack does not say for sure. */
export type Admission = 'admitted' | 'excluded' | 'unknown'

export interface AxisFundCell {
  readonly source: FundSource | null
  readonly rows: readonly LedgerRow[]
  readonly cents: Cents
  readonly admission: Admission
}

export interface AxisLine {
  /** Code of the axis; null is "non ripartito". */
  readonly axis: string | null
  readonly cells: readonly AxisFundCell[]
  readonly cents: Cents
}

/** The ledger with an axis a line and a source of money a column: what stands on the board, with or without money. */
export interface AxisByFund {
  readonly sources: readonly (FundSource | null)[]
  readonly lines: readonly AxisLine[]
  /** Sum of each column, in the order of `sources`. */
  readonly totals: readonly Cents[]
  readonly totalCents: Cents
}

export function axisByFund(plan: Pick<Plan, 'programme' | 'ledger' | 'axes' | 'funds'>): AxisByFund {
  const { rows, totalCents } = plan.ledger
  const used = new Set([...plan.funds, ...rows].map(({ source }) => source))
  const sources: (FundSource | null)[] = [
    ...FUND_SOURCES.filter((source) => used.has(source)),
    ...(used.has(null) ? [null] : []),
  ]
  const codes = sortedCodes([
    ...plan.axes.flatMap(({ code }) => code ?? []),
    ...rows.flatMap(({ axis }) => axis ?? []),
  ])
  const byCell = groupedBy(rows, ({ axis, source }) => [keyOf(axis, source)])
  const axes: (string | null)[] = [...codes, ...(rows.some(({ axis }) => axis === null) ? [null] : [])]
  const lines = axes.map((axis): AxisLine => {
    const cells = sources.map((source): AxisFundCell => {
      const here = byCell.get(keyOf(axis, source)) ?? []
      return {
        source,
        rows: here,
        cents: sum(here.map(({ cents }) => cents)),
        admission: admissionOf(plan.programme, axis, source),
      }
    })
    return { axis, cells, cents: sum(cells.map(({ cents }) => cents)) }
  })
  const totals = sources.map((_, at) => sum(lines.map(({ cells }) => cells[at]?.cents ?? 0)))
  return { sources, lines, totals, totalCents }
}

const keyOf = (axis: string | null, source: FundSource | null): string => `${source ?? ''}|${axis ?? ''}`

/** Only structural funds are given to axes; other money may stand beside them everywhere. */
function admissionOf(programme: Programme, code: string | null, source: FundSource | null): Admission {
  if (source === null || source === 'mixed' || code === null) return 'unknown'
  if (source !== 'ERDF' && source !== 'ESF') return 'admitted'
  const axis = programme.axes.find((one) => one.code === code)
  if (!axis?.fundVerified) return 'unknown'
  return axis.funds.includes(source) ? 'admitted' : 'excluded'
}
