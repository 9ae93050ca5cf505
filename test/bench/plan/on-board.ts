import * as Y from 'yjs'
import { Planner } from '../../../client/plan/planner.ts'
import { boardOf, type Board } from '../../../shared/board/board.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { FORMATS } from '../../../shared/formats/index.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Unchecked } from '../../../shared/plan/check.ts'
import { CHECKS } from '../../../shared/plan/checks/index.ts'
import { runChecks } from '../../../shared/plan/checks/run-checks.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { uncheckedPlan } from '../../../shared/plan/unchecked-plan.ts'
import { programmeOf } from '../../../shared/programme/programme-of.ts'
import { aPlannedBoard } from './a-planned-board.ts'
import type { Measure } from './measured.ts'

/** What is done with a board of that many cards: the plan, the rules, an edit until its verdicts are there, every export. */
export function onBoard(size: number): readonly Measure[] {
  const doc = aPlannedBoard(size)
  const whole = wholeOf(doc)
  const board = boardOf(doc)
  const programme = programmeOf(board.header)
  const plan = planOf(board, programme)
  const exportedAt = '2026-11-26T10:00:00.000Z'
  const input = { board, plan, authors: new Map(), exportedAt, boardId: 'q1e2r3t4y5u6', whole }

  const planner = new Planner()
  planner.hear({ kind: 'update', update: Y.encodeStateAsUpdate(doc) })
  // The first plan is made when a table is opened; an edit finds it there.
  planner.hear({ kind: 'plan' })
  doc.on('update', (update: Uint8Array) => planner.hear({ kind: 'update', update }))
  let turn = 0

  return [
    { name: 'baseline: the board as JSON, once', run: () => JSON.stringify(whole) },
    { name: 'the board as plain values', run: () => boardOf(doc) },
    {
      name: 'the plan with every check',
      fresh: () => boardOf(doc),
      run: (read: Board) => planOf(read, programme),
    },
    {
      name: 'of which the checks',
      fresh: () => uncheckedPlan(boardOf(doc), programme),
      run: (unchecked: Unchecked) => runChecks(unchecked, CHECKS),
    },
    {
      name: 'an edit until its verdicts are there',
      tail: true,
      run() {
        editCard<'action'>(doc, 'action-7' as CardId, { costCents: 100_000 + turn++ })
        return planner.hear({ kind: 'plan' })
      },
    },
    ...FORMATS.map(({ id, write }) => ({ name: `\`${id}\``, run: () => write(input) })),
  ]
}
