import type { Severity } from '../../programme/programme.ts'
import { remembered } from '../../remembered.ts'
import type { Answer, Check, Unchecked } from '../check.ts'
import type { Finding } from '../finding.ts'

/** What the rules say of a plan. The programme's profile gives the severity; a rule it does not name is not run. */
export function runChecks(plan: Unchecked, checks: readonly Check[]): Finding[] {
  const findings: Finding[] = []
  for (const { id, run } of checks) {
    const severity = plan.programme.checks[id]
    if (severity !== undefined) for (const answer of run(plan)) findings.push(findingOf(answer, id, severity))
  }
  return findings
}

/** Written out key by key: a large board has ten thousands of them, and spreading is slow. */
const findingOf = remembered((answer: Answer, rule: string, severity: Severity): Finding => {
  const { verdict, intervention, cards, links, sentence, remedy, act } = answer
  const finding: Finding = {
    rule,
    verdict,
    severity: answer.unverified && severity === 'error' ? 'warning' : severity,
    intervention,
    cards,
    links,
    sentence,
    remedy,
  }
  return act ? { ...finding, act } : finding
})
