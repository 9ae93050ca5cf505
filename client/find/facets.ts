import type { Card } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import type { Action, Plan } from '../../shared/plan/plan.ts'

/** By what cards can be filtered, in the order in which it is offered. */
export const FACETS = ['kind', 'axis', 'fund', 'place', 'target', 'author', 'finding'] as const
export type Facet = (typeof FACETS)[number]

/** What one card answers to each facet; a card may answer with several values. */
export type CardFacets = Readonly<Record<Facet, readonly string[]>>

export interface FacetSource {
  readonly cards: Iterable<Card>
  readonly plan: Plan
  /** Who made a card, as it is shown; empty when nobody knows. */
  authorOf(id: CardId): string
  /** The findings that call, of a card. */
  failingOf(id: CardId): readonly Finding[]
}

/**
 * The facets of every card. What an action says counts for the cards it is joined to as well: whoever asks for an axis
 * wants its needs, funds and partners too. Axes are told by code where they have one, funds by card.
 */
export function facetsOf({ cards, plan, authorOf, failingOf }: FacetSource): ReadonlyMap<CardId, CardFacets> {
  const actions = actionsByCard(plan)
  const facets = new Map<CardId, CardFacets>()
  for (const card of cards) {
    const near = actions.get(card.id) ?? []
    const own = {
      axis: card.kind === 'axis' ? [card.axis ?? card.id] : [],
      fund: card.kind === 'fund' ? [card.id] : [],
      place: ('places' in card && card.places) || [],
      target: ('targetGroups' in card && card.targetGroups) || [],
    }
    const author = authorOf(card.id)
    facets.set(card.id, {
      kind: [card.kind],
      axis: distinct(own.axis, near, (one) => one.axes.map((axis) => axis.code ?? axis.card)),
      fund: distinct(own.fund, near, (one) => one.funding.map(({ fund }) => fund)),
      place: distinct(own.place, near, (one) => one.places),
      target: distinct(own.target, near, (one) => one.targetGroups),
      author: author === '' ? [] : [author],
      finding: [...new Set(failingOf(card.id).map(({ rule }) => rule))],
    })
  }
  return facets
}

/** The actions that each card is joined to in the plan; an action is joined to itself. */
function actionsByCard(plan: Plan): ReadonlyMap<CardId, readonly Action[]> {
  const byCard = new Map<CardId, Action[]>()
  for (const action of plan.actions) {
    const joined = [
      action.id,
      ...(action.intervention === null ? [] : [action.intervention]),
      ...action.needs,
      ...action.axes.map(({ card }) => card),
      ...action.funding.map(({ fund }) => fund),
      ...action.partners.map(({ partner }) => partner),
    ]
    for (const id of new Set(joined)) {
      const there = byCard.get(id)
      if (there) there.push(action)
      else byCard.set(id, [action])
    }
  }
  return byCard
}

const distinct = (
  own: readonly string[],
  near: readonly Action[],
  valuesOf: (action: Action) => readonly string[],
): readonly string[] => [...new Set([...own, ...near.flatMap(valuesOf)])]
