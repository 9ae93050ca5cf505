import type { CardId } from '../ids.ts'
import { ACTION_DATA, type ActionDatum } from '../programme/action-data.ts'
import type { Action, Plan } from './plan.ts'

export interface MissingDatum {
  readonly datum: ActionDatum
  /** The actions that lack it, in reading order. */
  readonly actions: readonly CardId[]
}

/**
 * What the exported files will leave empty, datum by datum: not errors, since a plan may be exported at any time, but
 * cells that a programme officer will ask for.
 */
export function missingData(plan: Pick<Plan, 'actions'>): MissingDatum[] {
  return ACTION_DATA.map((datum) => ({
    datum,
    actions: plan.actions.filter((action) => !has(action, datum)).map((action) => action.id),
  })).filter(({ actions }) => actions.length > 0)
}

/** Whether somebody stated it. */
export function has(action: Action, datum: ActionDatum): boolean {
  switch (datum) {
    case 'title':
      return action.title.trim() !== ''
    case 'summary':
      return action.summary.trim() !== ''
    case 'nature':
      return action.nature !== null
    case 'axis':
      return action.axes.length > 0
    case 'specificObjective':
      return action.axes.some((axis) => axis.specificObjective !== null)
    case 'cost':
      return action.costCents !== null
    case 'funding':
      return action.funding.length > 0
    case 'start':
      return action.start !== null
    case 'end':
      return action.end !== null
    case 'places':
      return action.places.length > 0
    case 'lead':
      return action.partners.some(({ role }) => role !== 'partner')
    case 'operationCode':
      return action.operationCode !== null
    case 'cup':
      return action.cup !== null
  }
}
