import type { Act } from './act.ts'
import type { Finding, Sentence } from './finding.ts'
import type { Plan } from './plan.ts'

/** A rule: one ID, one file, one entry in docs/checks.md, one test that quotes the ID. Pure. */
export interface Check {
  readonly id: string
  readonly title: Sentence
  run(plan: Unchecked): readonly Answer[]
}

/** The plan before it has findings. */
export type Unchecked = Omit<Plan, 'findings'>

/** A finding before the pack says how severe it is. */
export interface Answer extends Omit<Finding, 'rule' | 'severity' | 'act'> {
  readonly act: Act | undefined
  /** It rests on a datum of the pack that nobody verified: it is never more than a warning. */
  readonly unverified: boolean
}
