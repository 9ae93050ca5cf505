import type { LinkKind } from '../../board/link.ts'
import type { CardId } from '../../ids.ts'
import type { Plan } from '../plan.ts'

/** One card joined to another, as the plan has it: two links that say the same are one. */
export interface PlanLink {
  readonly key: string
  readonly kind: LinkKind
  readonly from: CardId
  readonly to: CardId
  readonly fromTitle: string
  readonly toTitle: string
}

/** Everything that is joined in a plan, in the reading order of its actions. */
export function linksOfPlan(plan: Plan): PlanLink[] {
  const titles = new Map<CardId, string>(
    [plan.needs, plan.actions, plan.axes, plan.funds, plan.partners, plan.contexts].flatMap((cards) =>
      cards.map(({ id, title }): [CardId, string] => [id, title]),
    ),
  )
  const actions = new Set(plan.actions.map(({ id }) => id))
  const link = (kind: LinkKind, from: CardId, to: CardId): PlanLink => ({
    key: `${kind} ${from} ${to}`,
    kind,
    from,
    to,
    fromTitle: titles.get(from) ?? '',
    toTitle: titles.get(to) ?? '',
  })
  const links = plan.actions.flatMap((action) => [
    ...action.needs.map((need) => link('answers', action.id, need)),
    ...action.axes.map(({ card }) => link('programmedUnder', action.id, card)),
    ...action.funding.map(({ fund }) => link('finances', fund, action.id)),
    ...action.enables.map((one) => link('enables', action.id, one.action)),
    ...action.partners.map(({ partner }) => link('commits', partner, action.id)),
    // Two actions that complement each other name each other: said once.
    ...action.complements
      .filter((other) => other > action.id || !actions.has(other))
      .map((other) => link('complements', action.id, other)),
  ])
  const plain = plan.relates.map(({ from, to }) => link('relates', from, to))
  return [...new Map([...links, ...plain].map((one) => [one.key, one])).values()]
}
