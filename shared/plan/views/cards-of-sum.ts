import type { CardId } from '../../ids.ts'
import { byYear } from '../ledger.ts'
import type { LedgerRow, Plan } from '../plan.ts'

/** The cards behind the sum of an axis: its own; where it has none, or for what is not allocated, the actions that the money goes to. */
export function cardsOfAxis(
  { axes, ledger }: Pick<Plan, 'axes' | 'ledger'>,
  code: string | null,
): readonly CardId[] {
  const cards = code === null ? [] : axes.filter((axis) => axis.code === code).map(({ id }) => id)
  return cards.length > 0 ? cards : actionsOf(ledger.rows.filter((row) => row.axis === code))
}

/** The actions that have money in a year; null: money that nobody has given a year. */
export const cardsOfYear = ({ ledger }: Pick<Plan, 'ledger'>, year: string | null): readonly CardId[] =>
  actionsOf(ledger.rows.filter((row) => byYear([row]).some(({ key }) => key === year)))

/** The cards behind the sum of an intervention: itself; null: the actions outside of any that have money. */
export const cardsOfIntervention = (
  { ledger }: Pick<Plan, 'ledger'>,
  intervention: CardId | null,
): readonly CardId[] =>
  intervention === null ? actionsOf(ledger.rows.filter((row) => row.intervention === null)) : [intervention]

const actionsOf = (rows: readonly LedgerRow[]): readonly CardId[] => [
  ...new Set(rows.map(({ action }) => action)),
]
