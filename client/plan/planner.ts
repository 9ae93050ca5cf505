import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { DeltaWriter, type FindingsDelta } from './delta.ts'

/** What the page tells: a change of the document, or that it wants the plan. */
export type Told = { readonly kind: 'update'; readonly update: Uint8Array } | { readonly kind: 'plan' }

/** The plan as it travels: the programme by its id, because both sides have the pack, and findings by what changed. */
export interface PlanAnswer {
  readonly programme: string
  readonly plan: Omit<Plan, 'programme' | 'findings'>
  readonly findings: FindingsDelta
}

/** A copy of the document that answers with its plan. */
export class Planner {
  readonly #doc = new Y.Doc()
  readonly #findings = new DeltaWriter()

  hear(told: Told): PlanAnswer | null {
    if (told.kind === 'update') {
      Y.applyUpdate(this.#doc, told.update)
      return null
    }
    const board = boardOf(this.#doc)
    const { findings, programme, ...plan } = planOf(board, programmeOf(board.header))
    return { programme: programme.id, plan, findings: this.#findings.write(findings) }
  }
}
