import type { CardId } from '../../ids.ts'
import type { Action, Need, Plan } from '../plan.ts'
import { sharedTags } from '../tags.ts'

/** `near`: not linked, though for the same people in the same place. */
export type Crossing = 'answers' | 'near' | 'none'

/** Needs against actions: who answers what, which need nobody answers, which action answers none. */
export interface NeedsByActions {
  /** Those that speak for themselves: a need that was merged speaks through the other. */
  readonly needs: readonly Need[]
  readonly actions: readonly Action[]
  readonly unanswered: readonly Need[]
  readonly idle: readonly Action[]
  crossing(need: Need, action: Action): Crossing
}

/** The crossing of two is computed when it is asked for: a large plan is never drawn whole. */
export function needsByActions({ needs: all, actions }: Pick<Plan, 'needs' | 'actions'>): NeedsByActions {
  const needs = all.filter(({ fate }) => fate.kind !== 'merged')
  const answered = new Set<CardId>(actions.flatMap((action) => action.needs))
  return {
    needs,
    actions,
    unanswered: needs.filter(({ id, fate }) => !answered.has(id) && fate.kind !== 'notTakenUp'),
    idle: actions.filter((action) => action.needs.length === 0),
    crossing: (need, action) =>
      action.needs.includes(need.id)
        ? 'answers'
        : sharedTags(need.places, action.places).length > 0 &&
            sharedTags(need.targetGroups, action.targetGroups).length > 0
          ? 'near'
          : 'none',
  }
}
