import type { CardId, LinkId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import type { Action, Commitment, LedgerRow, Plan } from '../plan.ts'
import { commitsSomething } from './partnership.ts'

/**
 * One piece of what an action is made with: a row of the ledger, what a partner puts on the table (in money or not), or
 * what its cost still waits for. `key` names it in the plan.
 */
export type MoneyLine =
  | {
      readonly kind: 'fund'
      readonly key: LinkId
      readonly action: CardId
      /** The fund that pays. */
      readonly card: CardId
      readonly axis: string | null
      readonly cents: Cents
    }
  | {
      readonly kind: 'commitment'
      readonly key: LinkId
      readonly action: CardId
      /** The partner that commits. */
      readonly card: CardId
      readonly commitment: Commitment
      /** Null while nobody put it in money. */
      readonly cents: Cents | null
    }
  | {
      readonly kind: 'year'
      readonly key: string
      readonly action: CardId
      readonly card: CardId
      readonly axis: string | null
      /** Null: what the row gives to no year. */
      readonly year: string | null
      readonly cents: Cents
    }
  | { readonly kind: 'toCover'; readonly key: CardId; readonly action: CardId; readonly cents: Cents }

/** What an action is made with: who pays it, who brings what, what is missing. */
export const linesOfAction = ({ id, funding, partners, toCoverCents }: Action): MoneyLine[] => [
  ...funding.map(({ link, fund, axis, cents }): MoneyLine => ({
    kind: 'fund',
    key: link,
    action: id,
    card: fund,
    axis,
    cents,
  })),
  ...partners.filter(commitsSomething).map((commitment): MoneyLine => ({
    kind: 'commitment',
    key: commitment.link,
    action: id,
    card: commitment.partner,
    commitment,
    cents: commitment.cents,
  })),
  ...(toCoverCents > 0 ? [{ kind: 'toCover', key: id, action: id, cents: toCoverCents } as const] : []),
]

/** Every line of the plan: first all that funds pay, then what partners bring, then what is to cover. */
export function moneyLines({ actions }: Pick<Plan, 'actions'>): MoneyLine[] {
  const all = actions.flatMap(linesOfAction)
  return KINDS.flatMap((kind) => all.filter((line) => line.kind === kind))
}

/** What one row of the ledger gives in each year, once somebody has said a year; parts of a line, never added to the lines. */
export const yearsOfRow = ({ link, action, fund, axis, cents, years }: LedgerRow): YearLine[] => {
  const said = Object.entries(years).sort(([one], [other]) => one.localeCompare(other))
  if (said.length === 0) return []
  const left = cents - sum(said.map(([, part]) => part))
  return [...said, ...(left > 0 ? [[null, left] as const] : [])].map(([year, part]) => ({
    kind: 'year',
    key: `${link}/${year ?? ''}`,
    action,
    card: fund,
    axis,
    year,
    cents: part,
  }))
}

export type YearLine = MoneyLine & { readonly kind: 'year' }

/** The years of all rows of the ledger. */
export const yearLines = ({ ledger }: Pick<Plan, 'ledger'>): YearLine[] => ledger.rows.flatMap(yearsOfRow)

const KINDS = ['fund', 'commitment', 'toCover'] as const
