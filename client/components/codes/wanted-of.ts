import type { CardId } from '../../../shared/ids.ts'
import { wantedBy, type Wanted } from '../../../shared/plan/code-fit.ts'
import type { Plan } from '../../../shared/plan/plan.ts'

const ANYTHING: Wanted = { funds: new Set(), policies: new Set(), nature: null }

/** What the action of that card asks of its codes; nothing while the plan does not know it yet. */
export function wantedOf(plan: Plan, id: CardId): Wanted {
  const action = plan.actions.find((one) => one.id === id)
  return action ? wantedBy(action, plan.programme) : ANYTHING
}
