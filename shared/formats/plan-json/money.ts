import { decimalOf } from '../../money.ts'
import type { FundCard, Ledger, LedgerRow, LedgerSum } from '../../plan/plan.ts'
import { amountOrNull } from './actions.ts'
import type { CodeValue, Codes } from './codes.ts'

/** One row of financing: the sum of all of them is the total of the plan. */
export const budgetPart = (row: LedgerRow, codes: Codes) => ({
  link: row.link,
  fund: row.fund,
  fundTitle: row.fundTitle,
  source: row.source === null ? null : codes.source(row.source),
  programme: row.programme,
  action: row.action,
  intervention: row.intervention,
  axis: row.axis === null ? null : codes.axis(row.axis),
  amount: decimalOf(row.cents),
  years: Object.entries(row.years).map(([year, cents]) => ({ year, amount: decimalOf(cents) })),
})

export const fundPart = (fund: FundCard, codes: Codes) => ({
  id: fund.id,
  title: fund.title,
  source: fund.source === null ? null : codes.source(fund.source),
  programme: fund.programme,
  ceiling: amountOrNull(fund.ceilingCents),
  euRate: fund.euRate,
  assigned: decimalOf(fund.assignedCents),
})

/** Every total is computed; what somebody declared stands beside it, with the difference nobody has explained. */
export const ledgerPart = (ledger: Ledger, codes: Codes) => ({
  total: decimalOf(ledger.totalCents),
  cost: decimalOf(ledger.costCents),
  toCover: decimalOf(ledger.toCoverCents),
  overFinanced: decimalOf(ledger.overFinancedCents),
  context: decimalOf(ledger.contextCents),
  allSources: decimalOf(ledger.totalCents + ledger.contextCents),
  byFund: ledger.byFund.map((one) => sumPart(one, one.key)),
  byAxis: ledger.byAxis.map((one) => sumPart(one, coded(one.key, codes.axis))),
  bySource: ledger.bySource.map((one) => sumPart(one, coded(one.key, codes.source))),
  byIntervention: ledger.byIntervention.map((one) => sumPart(one, one.key)),
  byYear: ledger.byYear.map((one) => sumPart(one, one.key)),
  byFundAndAxis: ledger.byFundAndAxis.map((one) => ({
    source: coded(one.source, codes.source),
    axis: coded(one.axis, codes.axis),
    ...titled(one),
  })),
  declared: ledger.declared.map((one) => ({
    intervention: one.intervention,
    label: one.label,
    programme: one.programme ?? null,
    amount: decimalOf(one.cents),
    computed: decimalOf(one.computedCents),
    unexplained: decimalOf(one.unexplainedCents),
  })),
})

const sumPart = <K>(sum: LedgerSum<unknown>, key: K) => ({ key, ...titled(sum) })

const titled = ({ title, cents, ceilingCents }: LedgerSum<unknown>) => ({
  title,
  amount: decimalOf(cents),
  ceiling: amountOrNull(ceilingCents),
})

const coded = <C extends string>(code: C | null, value: (code: C) => CodeValue): CodeValue | null =>
  code === null ? null : value(code)
