import type { Unchecked } from './check.ts'
import type { Action, Intervention } from './plan.ts'

export interface Members {
  readonly intervention: Intervention
  /** In reading order, never empty. */
  readonly actions: readonly Action[]
}

/** The interventions that have actions: an empty frame is a plan to come, of which no rule has anything to say. */
export function membersOf(plan: Pick<Unchecked, 'interventions' | 'actions'>): Members[] {
  const actions = new Map(plan.actions.map((action) => [action.id, action]))
  return plan.interventions
    .map((intervention) => ({
      intervention,
      actions: intervention.actions.flatMap((id) => actions.get(id) ?? []),
    }))
    .filter((members) => members.actions.length > 0)
}

/** Works and equipment. */
export const isMaterial = (action: Action): boolean => action.nature === 'material'

/** Services; a digital action is immaterial unless it is declared otherwise (glossary). */
export const isImmaterial = (action: Action): boolean =>
  action.nature === 'immaterial' || action.nature === 'digital'
