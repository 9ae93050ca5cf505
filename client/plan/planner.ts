import * as Y from 'yjs'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { PackFile } from '../../shared/programme/pack.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { addPacks } from '../../shared/programme/programmes.ts'
import { BoardReader } from './board-reader.ts'
import { PlanWriter, type PlanDelta } from './plan-delta.ts'

/** What the page tells: the programmes that this server adds, a change of the document, or that it wants the plan. */
export type Told =
  | { readonly kind: 'packs'; readonly packs: readonly PackFile[] }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'plan' }

/** A copy of the document that answers with its plan. */
export class Planner {
  readonly #doc = new Y.Doc()
  readonly #reader = new BoardReader(this.#doc)
  readonly #writer = new PlanWriter()

  hear(told: Told): PlanDelta | null {
    if (told.kind === 'packs') {
      addPacks(told.packs)
      return null
    }
    if (told.kind === 'update') {
      Y.applyUpdate(this.#doc, told.update)
      return null
    }
    const board = this.#reader.read()
    return this.#writer.write(planOf(board, programmeOf(board.header)))
  }
}
