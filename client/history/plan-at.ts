import { planOf } from '../../shared/plan/plan-of.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { boardAt } from '../session/past-board.svelte.ts'
import type { Choice } from './choices.ts'
import { askMoment } from './history-api.ts'

/** The plan as it was at a moment. Rejects with an ApiError when the server cannot tell. */
export async function planAt(session: BoardSession, choice: Choice, signal: AbortSignal): Promise<Plan> {
  if (choice.kind === 'now') return session.plan.plan
  const { header } = session.plan.board
  if (choice.kind === 'empty')
    return planOf({ ...session.plan.board, cards: new Map(), links: new Map() }, programmeOf(header))
  const { state } = await askMoment(session, choice.seq, signal)
  const board = boardAt(state)
  return planOf(board, programmeOf(board.header))
}
