import { FUND_SOURCES, type FundSource } from '../board/card.ts'
import { sum, type Cents } from '../money.ts'
import { fundName } from '../programme/fund-name.ts'
import type { Programme } from '../programme/programme.ts'
import { remembered } from '../remembered.ts'
import { groupedBy } from './grouped-by.ts'
import { sortedCodes } from './integration.ts'
import { costOf } from './interventions.ts'
import type {
  Action,
  Context,
  DeclaredCheck,
  FundCard,
  Intervention,
  Ledger,
  LedgerRow,
  LedgerSum,
} from './plan.ts'

/** What the ledger is made of: parts of the plan that are already there. */
interface Entries {
  readonly programme: Programme
  readonly actions: readonly Action[]
  readonly interventions: readonly Intervention[]
  readonly funds: readonly FundCard[]
  readonly contexts: readonly Context[]
  readonly declared: readonly DeclaredCheck[]
}

/**
 * The money of the plan by fund, axis, source, intervention and year. Every grouping adds up to the same total, because
 * what belongs to no group is a group too ("non ripartito").
 */
export function ledgerOf({ programme, actions, interventions, funds, contexts, declared }: Entries): Ledger {
  const rows = actions.flatMap((action) => rowsOf(action))
  return {
    rows,
    totalCents: sum(rows.map((row) => row.cents)),
    byFund: byFund(rows, funds, programme),
    byAxis: byAxis(rows, programme),
    bySource: bySource(rows, programme),
    byIntervention: byIntervention(rows, interventions),
    byYear: byYear(rows),
    byFundAndAxis: byFundAndAxis(rows, programme),
    declared,
    costCents: sum(actions.map(costOf)),
    toCoverCents: sum(actions.map((action) => action.toCoverCents)),
    overFinancedCents: sum(actions.map((action) => Math.max(0, action.fundedCents - costOf(action)))),
    contextCents: sum(contexts.map((context) => context.cents ?? 0)),
  }
}

const rowsOf = remembered((action: Action): LedgerRow[] =>
  action.funding.map((row) => ({ ...row, action: action.id, intervention: action.intervention })),
)

/** Every fund card has its sum, those that give nothing yet too. */
function byFund(
  rows: readonly LedgerRow[],
  funds: readonly FundCard[],
  programme: Programme,
): Ledger['byFund'] {
  const sums = sumsBy(rows, (row) => row.fund)
  return funds.map((fund) => ({
    key: fund.id,
    title: fund.title || fundName(programme, fund.source).it,
    cents: sums.get(fund.id) ?? 0,
    ceilingCents: fund.ceilingCents,
  }))
}

function byAxis(rows: readonly LedgerRow[], programme: Programme): Ledger['byAxis'] {
  const sums = sumsBy(rows, (row) => row.axis)
  return inOrder(sums, sortedCodes, (axis) => (axis === null ? 'Non ripartito' : axisTitle(axis, programme)))
}

function bySource(rows: readonly LedgerRow[], programme: Programme): Ledger['bySource'] {
  const sums = sumsBy(rows, (row) => row.source)
  const order = (sources: Iterable<FundSource>): FundSource[] => {
    const found = new Set(sources)
    return FUND_SOURCES.filter((source) => found.has(source))
  }
  return inOrder(sums, order, (source) => fundName(programme, source).it)
}

/** Every intervention has its sum; money of actions outside any comes last. */
function byIntervention(
  rows: readonly LedgerRow[],
  interventions: readonly Intervention[],
): Ledger['byIntervention'] {
  const loose = sumsBy(rows, (row) => row.intervention).get(null)
  return [
    ...interventions.map(({ id, title, totalCents }) => line(id, title, totalCents)),
    ...(loose === undefined ? [] : [line(null, 'Fuori da interventi', loose)]),
  ]
}

/** Sums of rows by year. What a row does not share out among years, or shares out beyond its amount (FIN-5), stands under no year. */
export function byYear(rows: readonly LedgerRow[]): Ledger['byYear'] {
  const parts = rows.flatMap((row) => {
    const years: { year: string | null; cents: Cents }[] = Object.entries(row.years).map(([year, cents]) => ({
      year,
      cents,
    }))
    const rest = row.cents - sum(years.map((part) => part.cents))
    return rest === 0 ? years : [...years, { year: null, cents: rest }]
  })
  const sums = sumsBy(parts, (part) => part.year)
  return inOrder(sums, sortedCodes, (year) => year ?? 'Senza anno')
}

/** One bar a fund source and axis, in the order in which they first occur. */
function byFundAndAxis(rows: readonly LedgerRow[], programme: Programme): Ledger['byFundAndAxis'] {
  const bars = groupedBy(rows, ({ source, axis }) => [`${source ?? ''}|${axis ?? ''}`])
  return [...bars].map(([key, same]) => {
    const { source = null, axis = null } = same[0] ?? {}
    const place = axis === null ? 'non ripartito' : axisTitle(axis, programme)
    const title = `${fundName(programme, source).it} ${place}`
    return { ...line(key, title, sum(same.map((row) => row.cents))), source, axis }
  })
}

const axisTitle = (code: string, programme: Programme): string => `${programme.axisWord.it} ${code}`

function sumsBy<T extends { readonly cents: Cents }, K>(
  rows: readonly T[],
  keyOf: (row: T) => K,
): Map<K, Cents> {
  const sums = new Map<K, Cents>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.cents)
  return sums
}

/** The sums in the order of their keys; what has no key comes last. */
function inOrder<K extends string>(
  sums: ReadonlyMap<K | null, Cents>,
  order: (keys: Iterable<K>) => readonly K[],
  titleOf: (key: K | null) => string,
): LedgerSum<K | null>[] {
  const keys = [...sums.keys()].filter((key): key is K => key !== null)
  const ordered: (K | null)[] = [...order(keys), ...(sums.has(null) ? [null] : [])]
  return ordered.map((key) => line(key, titleOf(key), sums.get(key) ?? 0))
}

const line = <K>(key: K, title: string, cents: Cents): LedgerSum<K> => ({
  key,
  title,
  cents,
  ceilingCents: null,
})
