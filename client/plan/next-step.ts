import type { Plan } from '../../shared/plan/plan.ts'

/** What a new table lacks next, in the order in which a plan comes to be. */
export type NextStep = 'need' | 'action' | 'answer' | 'axis' | 'programme' | 'fund' | 'money'

/** The next step of a plan without money: cards first, then the links between them, from the need to the euro. */
export function nextStep({ needs, actions, axes, funds }: Plan): NextStep {
  if (needs.length === 0 && actions.length === 0) return 'need'
  if (actions.length === 0) return 'action'
  if (needs.length > 0 && !actions.some((one) => one.needs.length > 0)) return 'answer'
  if (axes.length === 0) return 'axis'
  if (!actions.some((one) => one.axes.length > 0)) return 'programme'
  return funds.length === 0 ? 'fund' : 'money'
}
