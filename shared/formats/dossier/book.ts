import type { CardId } from '../../ids.ts'
import type { Action, Need, Partner, Plan } from '../../plan/plan.ts'
import type { Authors } from '../format.ts'
import { named } from '../words.ts'

/** The plan with what its pages look up, found once: a board may hold thousands of cards. */
export interface Book {
  readonly plan: Plan
  readonly authors: Authors
  /** Titles of actions, contexts and needs, in the order of the plan; what is not there is left out. */
  titles(ids: readonly CardId[]): string[]
  need(id: CardId): Need | undefined
  partner(id: CardId): Partner | undefined
  /** Ids of the actions that must come before this one. */
  before(action: CardId): readonly CardId[]
  /** Actions of an intervention, or of none, in reading order. */
  actionsOf(intervention: CardId | null): readonly Action[]
}

export function bookOf(plan: Plan, authors: Authors): Book {
  const titled = [...plan.actions, ...plan.contexts, ...plan.needs]
  const places = new Map(titled.map((one, index) => [one.id, index]))
  const needs = new Map(plan.needs.map((need) => [need.id, need]))
  const partners = new Map(plan.partners.map((partner) => [partner.id, partner]))
  const members = new Map<CardId | null, Action[]>()
  const before = new Map<CardId, CardId[]>()
  for (const action of plan.actions) {
    collected(members, action.intervention).push(action)
    for (const { action: after } of action.enables) collected(before, after).push(action.id)
  }
  return {
    plan,
    authors,
    titles: (ids) => {
      const found = [...new Set(ids)].flatMap((id) => places.get(id) ?? [])
      return found.sort((a, b) => a - b).flatMap((place) => titled.slice(place, place + 1).map(named))
    },
    need: (id) => needs.get(id),
    partner: (id) => partners.get(id),
    before: (action) => before.get(action) ?? [],
    actionsOf: (intervention) => members.get(intervention) ?? [],
  }
}

function collected<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
