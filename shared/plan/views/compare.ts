import type { CardId } from '../../ids.ts'
import type { Cents } from '../../money.ts'
import type { Finding } from '../finding.ts'
import type { Ledger, LedgerRow, LedgerSum, Need, Plan } from '../plan.ts'
import { readinessOf } from '../readiness.ts'
import { calls } from '../tone.ts'
import { changedFacts, type ChangedFacts } from './changed-facts.ts'
import { linksOfPlan, type PlanLink } from './plan-links.ts'

/** An amount at two moments. */
export interface MoneyChange {
  /** Key of the group; null for what belongs to none. */
  readonly key: string | null
  readonly title: string
  readonly before: Cents
  readonly after: Cents
}

/** Cards of a kind that came to the plan, and that left it. */
export interface Coming<T> {
  readonly came: readonly T[]
  readonly left: readonly T[]
}

interface Named {
  readonly id: CardId
  readonly title: string
}

/** What happened between two moments of a plan. Amounts of a list add up to the difference of the totals. */
export interface Comparison extends ChangedFacts {
  readonly needs: Coming<Named>
  readonly actions: Coming<Named>
  readonly interventions: Coming<Named>
  readonly axes: Coming<Named>
  readonly funds: Coming<Named>
  readonly partners: Coming<Named>
  readonly contexts: Coming<Named>
  readonly links: Coming<PlanLink>
  /** Needs that were merged into another meanwhile, and those that found their first answer or their first euro. */
  readonly merged: readonly Named[]
  readonly answered: readonly Named[]
  readonly financed: readonly Named[]
  readonly total: MoneyChange
  readonly cost: MoneyChange
  readonly toCover: MoneyChange
  readonly byFund: readonly MoneyChange[]
  readonly byAxis: readonly MoneyChange[]
  readonly byIntervention: readonly MoneyChange[]
  /** Rows of the ledger that came, left or carry another amount. */
  readonly rows: readonly (MoneyChange & { readonly action: CardId; readonly fund: CardId })[]
  /** Points that called then and do not now; that call now and did not. */
  readonly mended: readonly Finding[]
  readonly arisen: readonly Finding[]
  readonly readiness: { readonly before: number | null; readonly after: number | null }
}

export function comparePlans(before: Plan, after: Plan): Comparison {
  const [then, now] = [before.ledger, after.ledger]
  const sums = (cut: 'byFund' | 'byAxis' | 'byIntervention'): MoneyChange[] =>
    changedSums(then[cut], now[cut])
  const amount = (of: (ledger: Ledger) => Cents, title: string): MoneyChange => ({
    key: null,
    title,
    before: of(then),
    after: of(now),
  })
  const [failedThen, failNow] = [before, after].map((plan) => new Map(plan.findings.filter(calls).map(keyed)))
  const only = (one: Map<string, Finding> | undefined, other: Map<string, Finding> | undefined): Finding[] =>
    [...(one ?? [])].flatMap(([key, finding]) => (other?.has(key) ? [] : [finding]))
  return {
    ...changedFacts(before, after),
    needs: coming(before.needs, after.needs),
    actions: coming(before.actions, after.actions),
    interventions: coming(before.interventions, after.interventions),
    axes: coming(before.axes, after.axes),
    funds: coming(before.funds, after.funds),
    partners: coming(before.partners, after.partners),
    contexts: coming(before.contexts, after.contexts),
    links: comingLinks(linksOfPlan(before), linksOfPlan(after)),
    merged: became(before, after, (kind) => kind === 'merged'),
    answered: became(before, after, (kind) => kind === 'answered' || kind === 'financed'),
    financed: became(before, after, (kind) => kind === 'financed'),
    total: amount((ledger) => ledger.totalCents, ''),
    cost: amount((ledger) => ledger.costCents, ''),
    toCover: amount((ledger) => ledger.toCoverCents, ''),
    byFund: sums('byFund'),
    byAxis: sums('byAxis'),
    byIntervention: sums('byIntervention'),
    rows: changedRows(then.rows, now.rows),
    mended: only(failedThen, failNow),
    arisen: only(failNow, failedThen),
    readiness: { before: readinessOf(before).percent, after: readinessOf(after).percent },
  }
}

/** Whether the two moments say the same of the plan. */
export const isSamePlan = (one: Comparison): boolean =>
  [
    one.needs,
    one.actions,
    one.interventions,
    one.axes,
    one.funds,
    one.partners,
    one.contexts,
    one.links,
  ].every(({ came, left }) => came.length + left.length === 0) &&
  [
    one.merged,
    one.answered,
    one.renamed,
    one.rescheduled,
    one.confirmed,
    one.refused,
    one.rows,
    one.mended,
    one.arisen,
  ].every((list) => list.length === 0) &&
  [one.total, one.cost, one.toCover].every((money) => money.before === money.after)

const coming = (before: readonly Named[], after: readonly Named[]): Coming<Named> => {
  const missing = (from: readonly Named[], among: readonly Named[]): Named[] => {
    const there = new Set(among.map(({ id }) => id))
    return from.filter(({ id }) => !there.has(id))
  }
  return { came: missing(after, before), left: missing(before, after) }
}

function comingLinks(before: readonly PlanLink[], after: readonly PlanLink[]): Coming<PlanLink> {
  const missing = (from: readonly PlanLink[], among: readonly PlanLink[]): PlanLink[] => {
    const there = new Set(among.map(({ key }) => key))
    return from.filter(({ key }) => !there.has(key))
  }
  return { came: missing(after, before), left: missing(before, after) }
}

/** Needs whose fate is of a sort now and was not. */
function became(before: Plan, after: Plan, is: (kind: Need['fate']['kind']) => boolean): Need[] {
  const then = new Map(before.needs.map(({ id, fate }) => [id, fate.kind]))
  return after.needs.filter(({ id, fate }) => {
    const old = then.get(id)
    return is(fate.kind) && (old === undefined || !is(old))
  })
}

/** Every group of either moment whose amount differs, those of today first. */
function changedSums(
  before: readonly LedgerSum<string | null>[],
  after: readonly LedgerSum<string | null>[],
): MoneyChange[] {
  const then = new Map(before.map((sum) => [sum.key, sum]))
  const now = new Map(after.map((sum) => [sum.key, sum]))
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((key): MoneyChange => ({
      key,
      title: (now.get(key) ?? then.get(key))?.title ?? '',
      before: then.get(key)?.cents ?? 0,
      after: now.get(key)?.cents ?? 0,
    }))
    .filter((change) => change.before !== change.after)
}

function changedRows(before: readonly LedgerRow[], after: readonly LedgerRow[]): Comparison['rows'] {
  const then = new Map(before.map((row) => [row.link, row]))
  const now = new Map(after.map((row) => [row.link, row]))
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((link) => {
    const [old, today] = [then.get(link), now.get(link)]
    const row = today ?? old
    if (!row || old?.cents === today?.cents) return []
    const { fundTitle, action, fund } = row
    return [{ key: link, title: fundTitle, action, fund, before: old?.cents ?? 0, after: today?.cents ?? 0 }]
  })
}

const keyed = (finding: Finding): [string, Finding] => [
  `${finding.rule} ${finding.intervention ?? ''} ${[...finding.cards].sort().join()} ${[...finding.links].sort().join()}`,
  finding,
]
