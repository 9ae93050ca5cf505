import type { CardId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import { programmeNamed, sameProgramme } from '../../programme/programme-name.ts'
import type { Action, Need, Plan } from '../plan.ts'
import { linesOfAction, moneyLines, yearLines, type MoneyLine } from './money-lines.ts'

/** A need with those that speak through it. */
export interface TracedNeed {
  readonly need: Need
  readonly voices: readonly Need[]
}

/** An action on the way, with what it is made with: all of it, or the one line that was asked for. */
export interface TracedAction {
  readonly action: Action
  readonly lines: readonly MoneyLine[]
}

/** The way between needs and euros, from either end. */
export interface Trace {
  readonly needs: readonly TracedNeed[]
  readonly actions: readonly TracedAction[]
  /** What funds pay; what partners bring and what is to cover stand beside it, never in it. */
  readonly cents: Cents
  readonly broughtCents: Cents
  readonly toCoverCents: Cents
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
  const actions = plan.actions
    .filter(({ needs }) => needs.includes(need.id))
    .map((action): TracedAction => ({ action, lines: linesOfAction(action) }))
  return traceOf(plan, [need], actions)
}

/** From one line of money, paid (all of it or its part of a year), promised or missing, back to the needs that it is for. Null when the plan has no such line. */
export function traceOfLine(plan: Traced, key: string): Trace | null {
  const line = [...moneyLines(plan), ...yearLines(plan)].find((one) => one.key === key)
  const action = plan.actions.find(({ id }) => id === line?.action)
  if (!line || !action) return null
  const needs = plan.needs.filter(({ id }) => action.needs.includes(id))
  return traceOf(plan, needs, [{ action, lines: [line] }])
}

/**
 * From a declared total back to the needs of its intervention, through the rows that it is compared with and the actions
 * that nobody pays yet. Null when the plan declares no such total.
 */
export function traceOfDeclared(
  plan: Traced & Pick<Plan, 'interventions' | 'programme'>,
  at: number,
): Trace | null {
  const declared = plan.ledger.declared[at]
  const intervention = plan.interventions.find(({ id }) => id === declared?.intervention)
  if (!declared || !intervention) return null
  const name = programmeNamed(declared.programme, plan.programme)
  const actions = plan.actions
    .filter(({ id }) => intervention.actions.includes(id))
    .map((action): TracedAction => {
      const rows = new Set<string>(
        action.funding.filter((row) => sameProgramme(row.programme, name)).map(({ link }) => link),
      )
      return { action, lines: linesOfAction(action).filter(({ key }) => rows.has(key)) }
    })
    .filter(({ action, lines }) => lines.length > 0 || action.funding.length === 0)
  const needs = plan.needs.filter(({ id }) => actions.some(({ action }) => action.needs.includes(id)))
  return traceOf(plan, needs, actions)
}

function traceOf(plan: Traced, needs: readonly Need[], actions: readonly TracedAction[]): Trace {
  const worth = (kind: MoneyLine['kind']): Cents =>
    sum(
      actions.flatMap(({ lines }) =>
        lines.filter((line) => line.kind === kind).map(({ cents }) => cents ?? 0),
      ),
    )
  return {
    needs: needs.map((need) => ({
      need,
      voices: plan.needs.filter(({ id }) => need.merged.includes(id)),
    })),
    actions,
    cents: worth('fund') + worth('year'),
    broughtCents: worth('commitment'),
    toCoverCents: worth('toCover'),
  }
}
