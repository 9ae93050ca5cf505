import type { Check, Unchecked } from '../check.ts'
import type { Finding } from '../finding.ts'

/** What the rules say of a plan. The programme's profile gives the severity; a rule it does not name is not run. */
export const runChecks = (plan: Unchecked, checks: readonly Check[]): Finding[] =>
  checks.flatMap((check) => {
    const severity = plan.programme.checks[check.id]
    if (severity === undefined) return []
    return check.run(plan).map((answer) => ({ ...answer, rule: check.id, severity }))
  })
