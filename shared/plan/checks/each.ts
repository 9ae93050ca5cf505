import type { City, Programme } from '../../programme/programme.ts'
import { remembered } from '../../remembered.ts'
import type { Answer, Check } from '../check.ts'
import { membersOf, type Members } from '../members.ts'
import type { Action } from '../plan.ts'

/**
 * Rules that look at one part of the plan at a time. What a rule said of a part that did not change is not worked out
 * again, so `answer` may look at nothing but what it is given.
 */
type Said = Answer | readonly Answer[]

/** A rule that asks each action by itself; the programme and the city of the board are the same for all. */
export function eachAction(
  answer: (action: Action, programme: Programme, city: City | null) => Said,
): Check['run'] {
  const said = remembered(answer)
  return ({ actions, programme, city }) => actions.flatMap((action) => said(action, programme, city))
}

/** A rule that asks each intervention that has actions, with its actions. */
export function eachIntervention(answer: (members: Members, programme: Programme) => Said): Check['run'] {
  const said = remembered(answer)
  return (plan) => membersOf(plan).flatMap((members) => said(members, plan.programme))
}
