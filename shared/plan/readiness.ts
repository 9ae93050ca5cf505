import type { CardId } from '../ids.ts'
import type { Finding } from './finding.ts'
import { groupedBy } from './grouped-by.ts'
import type { Plan } from './plan.ts'

/** What one rule adds to the readiness. */
export interface ReadinessPart {
  readonly rule: string
  readonly weight: number
  /** How many of its answers hold, of all that it gave. */
  readonly held: number
  readonly asked: number
  /** Its answers that fail or are not known yet. */
  readonly open: readonly Finding[]
}

/** How ready an intervention or the plan is, as a sum that can be done by hand (docs/checks.md, "Readiness"). */
export interface Readiness {
  /** 0 to 100, whole and rounded down, so that 100 means everything; null while no rule has anything to say. */
  readonly percent: number | null
  /** In the order in which the pack names the rules. */
  readonly parts: readonly ReadinessPart[]
}

type Judged = Pick<Plan, 'programme' | 'findings'>

/**
 * Each rule that answers counts with the weight the pack gives it, in the share in which its answers hold; a rule without
 * a weight, or with nothing to say, counts neither way. `intervention`: its findings alone; left out: those of the plan.
 */
export function readinessOf({ programme, findings }: Judged, intervention?: CardId): Readiness {
  const own =
    intervention === undefined ? findings : findings.filter((one) => one.intervention === intervention)
  return readinessFrom(programme.readiness, own)
}

/** The same for the findings given: nothing else is looked at. */
export function readinessFrom(
  weights: Readonly<Record<string, number>>,
  findings: readonly Finding[],
): Readiness {
  const byRule = groupedBy(findings, ({ rule }) => [rule])
  const parts = Object.entries(weights).flatMap(([rule, weight]): ReadinessPart[] => {
    const answers = byRule.get(rule) ?? []
    if (answers.length === 0 || weight === 0) return []
    const open = answers.filter(({ verdict }) => verdict !== 'holds')
    return [{ rule, weight, held: answers.length - open.length, asked: answers.length, open }]
  })
  const outOf = parts.reduce((sum, { weight }) => sum + weight, 0)
  const got = parts.reduce((sum, { weight, held, asked }) => sum + weight * (held / asked), 0)
  // A sum of shares may fall a hair short of the whole.
  return { percent: outOf === 0 ? null : Math.floor((got / outOf) * 100 + 1e-9), parts }
}

/**
 * Whose a finding is: the leads of the actions it names, else those of its intervention. None while nobody leads them.
 */
export function ownersOf(plan: Pick<Plan, 'actions'>, { cards, intervention }: Finding): CardId[] {
  const named = new Set(cards)
  const own = plan.actions.filter(({ id }) => named.has(id))
  const asked = own.length > 0 ? own : plan.actions.filter((action) => action.intervention === intervention)
  if (intervention === null && own.length === 0) return []
  const leads = asked.flatMap(({ partners }) => partners.filter(({ role }) => role !== 'partner'))
  return [...new Set(leads.map(({ partner }) => partner))]
}
