import type { CardId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import { groupedBy } from '../grouped-by.ts'
import type { Plan } from '../plan.ts'

/** Money of the actions that the same partners lead together. */
export interface LeadSum {
  /** Inside leads first, each once; none: nobody leads these actions. */
  readonly leads: readonly CardId[]
  readonly actions: readonly CardId[]
  readonly cents: Cents
}

/**
 * The ledger by who leads the actions. An action that two lead together stands under the two, so that no amount is
 * divided or counted twice; those that nobody leads come last.
 */
export function ledgerByLead({ ledger, actions }: Pick<Plan, 'ledger' | 'actions'>): LeadSum[] {
  const leadsOf = new Map(
    actions.map(({ id, partners }) => {
      const by = (role: 'insideLead' | 'outsideLead'): CardId[] =>
        partners.filter((one) => one.role === role).map(({ partner }) => partner)
      return [id, [...new Set([...by('insideLead'), ...by('outsideLead')])].sort()] as const
    }),
  )
  const groups = groupedBy(ledger.rows, ({ action }) => [(leadsOf.get(action) ?? []).join()])
  const sums = [...groups.values()].map((rows): LeadSum => ({
    leads: (rows[0] && leadsOf.get(rows[0].action)) ?? [],
    actions: [...new Set(rows.map(({ action }) => action))],
    cents: sum(rows.map(({ cents }) => cents)),
  }))
  return sums.sort((a, b) => Number(a.leads.length === 0) - Number(b.leads.length === 0))
}
