import { boardOf } from '../../../shared/board/board.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import type { Unchecked } from '../../../shared/plan/check.ts'
import { CHECKS } from '../../../shared/plan/checks/index.ts'
import { uncheckedPlan } from '../../../shared/plan/unchecked-plan.ts'
import { programmeOf } from '../../../shared/programme/programme-of.ts'
import { aPlannedBoard } from './a-planned-board.ts'
import type { Measure } from './measured.ts'

/** Each rule alone: which of them makes the others wait. */
export function byRule(size: number): readonly Measure[] {
  const doc = aPlannedBoard(size)
  const whole = wholeOf(doc)
  const programme = programmeOf(boardOf(doc).header)
  const fresh = (): Unchecked => uncheckedPlan(boardOf(doc), programme)
  return [
    { name: 'baseline: the board as JSON, once', run: () => JSON.stringify(whole) },
    ...CHECKS.map(({ id, run }) => ({ name: id, fresh, run: (plan: Unchecked) => run(plan) })),
  ]
}
