import type { Board } from '../board/board.ts'
import type { Programme } from '../programme/programme.ts'
import { CHECKS } from './checks/index.ts'
import { runChecks } from './checks/run-checks.ts'
import type { Plan } from './plan.ts'
import { uncheckedPlan } from './unchecked-plan.ts'

/** The plan that a board yields under a programme, with the findings of the programme's checks. Total and pure. */
export function planOf(board: Board, programme: Programme): Plan {
  const plan = uncheckedPlan(board, programme)
  return { ...plan, findings: runChecks(plan, CHECKS) }
}
