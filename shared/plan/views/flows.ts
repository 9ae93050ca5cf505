import type { CardId } from '../../ids.ts'
import type { Cents } from '../../money.ts'
import type { Action, Plan } from '../plan.ts'

/** A stream of money from a fund, under an axis, through an action, to a need. */
export interface Flow {
  readonly fund: CardId
  /** Null: "non ripartito". */
  readonly axis: string | null
  readonly action: CardId
  /** Null: the action answers none. */
  readonly need: CardId | null
  readonly cents: Cents
}

/**
 * Every row of the ledger as streams, which add up to it to the cent. What an action gets is shared out in equal parts
 * among the needs it answers: nobody says more on the board, and the drawing says so.
 */
export function flowsOf({ ledger, actions }: Pick<Plan, 'ledger' | 'actions'>): Flow[] {
  const byId = new Map<CardId, Action>(actions.map((action) => [action.id, action]))
  return ledger.rows.flatMap(({ fund, axis, action, cents }) => {
    const needs: readonly (CardId | null)[] = byId.get(action)?.needs ?? []
    const ends = needs.length > 0 ? needs : [null]
    const parts = shares(cents, ends.length)
    return ends.map((need, at) => ({ fund, axis, action, need, cents: parts[at] ?? 0 }))
  })
}

/** The amount in as many whole parts, which differ by a cent at most. */
export function shares(cents: Cents, parts: number): Cents[] {
  const least = Math.trunc(cents / parts)
  const over = cents - least * parts
  return Array.from({ length: parts }, (_, at) => least + (at < Math.abs(over) ? Math.sign(over) : 0))
}
