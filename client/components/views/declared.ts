import type { Cents } from '../../../shared/money.ts'
import type { Ledger } from '../../../shared/plan/plan.ts'

/**
 * Declared less computed over everything that was declared: 0 when they agree, null when nobody declared anything.
 * Differences of opposite sign must not cancel out, so the first that is not zero decides when they do.
 */
export function declaredDifference(ledger: Pick<Ledger, 'declared'>): Cents | null {
  if (ledger.declared.length === 0) return null
  const total = ledger.declared.reduce((sum, { unexplainedCents }) => sum + unexplainedCents, 0)
  return total !== 0
    ? total
    : (ledger.declared.find(({ unexplainedCents }) => unexplainedCents !== 0)?.unexplainedCents ?? 0)
}
