import { remembered } from '../remembered.ts'
import type { Unchecked } from './check.ts'
import type { Action, Intervention } from './plan.ts'

export interface Members {
  readonly intervention: Intervention
  /** In reading order, never empty. */
  readonly actions: readonly Action[]
}

/** The interventions that have actions: an empty frame is a plan to come, of which no rule has anything to say. */
export const membersOf = ({
  interventions,
  actions,
}: Pick<Unchecked, 'interventions' | 'actions'>): Members[] => found(actions, interventions)

/** Many rules ask this of one plan. */
const found = remembered((actions: readonly Action[], interventions: readonly Intervention[]): Members[] => {
  const byId = new Map(actions.map((action) => [action.id, action]))
  return interventions
    .map((intervention) =>
      together(
        intervention,
        intervention.actions.flatMap((id) => byId.get(id) ?? []),
      ),
    )
    .filter((members) => members.actions.length > 0)
})

const together = remembered((intervention: Intervention, actions: readonly Action[]): Members => ({
  intervention,
  actions,
}))

/** Works and equipment. */
export const isMaterial = (action: Action): boolean => action.nature === 'material'

/** Services; a digital action is immaterial unless it is declared otherwise (glossary). */
export const isImmaterial = (action: Action): boolean =>
  action.nature === 'immaterial' || action.nature === 'digital'
