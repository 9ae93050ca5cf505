import type { CardId, LinkId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import type { Action, LedgerRow, Need, Plan } from '../plan.ts'

/** A need with those that speak through it. */
export interface TracedNeed {
  readonly need: Need
  readonly voices: readonly Need[]
}

/** An action on the way, with the rows that pay it: all of them, or the one that was asked for. */
export interface TracedAction {
  readonly action: Action
  readonly rows: readonly LedgerRow[]
  readonly cents: Cents
}

/** The way between needs and euros, from either end. */
export interface Trace {
  readonly needs: readonly TracedNeed[]
  readonly actions: readonly TracedAction[]
  readonly cents: Cents
}

type Traced = Pick<Plan, 'needs' | 'actions' | 'ledger'>

/**
 * From a need to its euros; a need that was merged is followed through the one that speaks for it. Null when the plan has
 * no such need.
 */
export function traceOfNeed(plan: Traced, id: CardId): Trace | null {
  const asked = plan.needs.find((need) => need.id === id)
  const spoken = asked?.fate.kind === 'merged' ? asked.fate.into : id
  const need = plan.needs.find((one) => one.id === spoken)
  if (!need) return null
  const actions = plan.actions.filter(({ needs }) => needs.includes(need.id))
  return traceOf(plan, [need], actions, plan.ledger.rows)
}

/** From one row of the ledger back to the needs that it is for. Null when the plan has no such row. */
export function traceOfRow(plan: Traced, link: LinkId): Trace | null {
  const row = plan.ledger.rows.find((one) => one.link === link)
  const action = plan.actions.find(({ id }) => id === row?.action)
  if (!row || !action) return null
  const needs = plan.needs.filter(({ id }) => action.needs.includes(id))
  return traceOf(plan, needs, [action], [row])
}

function traceOf(
  plan: Traced,
  needs: readonly Need[],
  actions: readonly Action[],
  rows: readonly LedgerRow[],
): Trace {
  const traced = actions.map((action): TracedAction => {
    const own = rows.filter((row) => row.action === action.id)
    return { action, rows: own, cents: sum(own.map(({ cents }) => cents)) }
  })
  return {
    needs: needs.map((need) => ({
      need,
      voices: plan.needs.filter(({ id }) => need.merged.includes(id)),
    })),
    actions: traced,
    cents: sum(traced.map(({ cents }) => cents)),
  }
}
