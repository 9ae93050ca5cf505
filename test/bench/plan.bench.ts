import { bench, describe } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { cardsOf, linksOf } from '../../shared/board/schema.ts'
import { Planner } from '../../client/plan/planner.ts'
import { editCard } from '../../shared/board/commands/edit-card.ts'
import type { CardId } from '../../shared/ids.ts'
import { CHECKS } from '../../shared/plan/checks/index.ts'
import { runChecks } from '../../shared/plan/checks/run-checks.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { uncheckedPlan } from '../../shared/plan/unchecked-plan.ts'
import { PROGRAMMES } from '../../shared/programme/programmes.ts'
import { aLargeBoard } from './a-large-board.ts'

const [programme] = PROGRAMMES
if (!programme) throw new Error('no pack')

// The baseline is the least that anybody who looks at the whole board must do: turn the document into JSON once.
for (const size of [1_500, 10_000]) {
  const doc = aLargeBoard(size)
  const board = boardOf(doc)
  const unchecked = uncheckedPlan(board, programme)
  const planner = new Planner()
  planner.hear({ kind: 'update', update: Y.encodeStateAsUpdate(doc) })
  doc.on('update', (update: Uint8Array) => planner.hear({ kind: 'update', update }))
  let turn = 0
  describe(`${size} cards`, () => {
    bench('baseline: the document as JSON', () => void [cardsOf(doc).toJSON(), linksOf(doc).toJSON()])
    bench('boardOf: the board as plain values', () => void boardOf(doc))
    bench('planOf: plan, ledger and every check', () => void planOf(board, programme))
    bench('of which the checks', () => void runChecks(unchecked, CHECKS))
    bench('an edit until the worker has answered', () => {
      editCard<'action'>(doc, 'action-7' as CardId, { costCents: 100_000 + turn++ })
      planner.hear({ kind: 'plan' })
    })
  })
}
