import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { PlanWriter, type PlanDelta } from './plan-delta.ts'

/** What the page tells: a change of the document, or that it wants the plan. */
export type Told = { readonly kind: 'update'; readonly update: Uint8Array } | { readonly kind: 'plan' }

/** A copy of the document that answers with its plan. */
export class Planner {
  readonly #doc = new Y.Doc()
  readonly #writer = new PlanWriter()

  hear(told: Told): PlanDelta | null {
    if (told.kind === 'update') {
      Y.applyUpdate(this.#doc, told.update)
      return null
    }
    const board = boardOf(this.#doc)
    return this.#writer.write(planOf(board, programmeOf(board.header)))
  }
}
