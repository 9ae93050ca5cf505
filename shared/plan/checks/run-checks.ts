import type { Severity } from '../../programme/programme.ts'
import type { Answer, Check, Unchecked } from '../check.ts'
import type { Finding } from '../finding.ts'

/** What the rules say of a plan. The programme's profile gives the severity; a rule it does not name is not run. */
export const runChecks = (plan: Unchecked, checks: readonly Check[]): Finding[] =>
  checks.flatMap((check) => {
    const severity = plan.programme.checks[check.id]
    return severity === undefined
      ? []
      : check.run(plan).map((answer) => findingOf(check.id, severity, answer))
  })

function findingOf(rule: string, severity: Severity, { unverified = false, ...answer }: Answer): Finding {
  return { ...answer, rule, severity: unverified && severity === 'error' ? 'warning' : severity }
}
