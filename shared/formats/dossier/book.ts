import type { CardId } from '../../ids.ts'
import { groupedBy } from '../../plan/grouped-by.ts'
import type { Action, Context, DeclaredCheck, Need, Partner, Plan } from '../../plan/plan.ts'
import type { Authors } from '../format.ts'
import { named } from '../words.ts'

/** The plan with what its pages look up, found once: a board may hold thousands of cards. */
export interface Book {
  readonly plan: Plan
  readonly authors: Authors
  /** Titles of actions, contexts and needs, in the order of the plan; what is not there is left out. */
  titles(ids: readonly CardId[]): string[]
  need(id: CardId): Need | undefined
  /** In the order of the plan. */
  needs(ids: readonly CardId[]): Need[]
  contexts(ids: readonly CardId[]): Context[]
  declared(intervention: CardId): readonly DeclaredCheck[]
  partner(id: CardId): Partner | undefined
  /** Ids of the actions that must come before this one. */
  before(action: CardId): readonly CardId[]
  /** Actions of an intervention, or of none, in reading order. */
  actionsOf(intervention: CardId | null): readonly Action[]
}

export function bookOf(plan: Plan, authors: Authors): Book {
  const titled = picker([...plan.actions, ...plan.contexts, ...plan.needs])
  const needs = picker(plan.needs)
  const contexts = picker(plan.contexts)
  const needById = new Map(plan.needs.map((need) => [need.id, need]))
  const partners = new Map(plan.partners.map((partner) => [partner.id, partner]))
  const members = groupedBy(plan.actions, ({ intervention }) => [intervention])
  const enabling = groupedBy(plan.actions, ({ enables }) => enables.map(({ action }) => action))
  const declared = groupedBy(plan.ledger.declared, ({ intervention }) => [intervention])
  return {
    plan,
    authors,
    titles: (ids) => titled(ids).map(named),
    need: (id) => needById.get(id),
    needs,
    contexts,
    declared: (intervention) => declared.get(intervention) ?? [],
    partner: (id) => partners.get(id),
    before: (action) => (enabling.get(action) ?? []).map(({ id }) => id),
    actionsOf: (intervention) => members.get(intervention) ?? [],
  }
}

/** Those with the ids given, each once, in the order of `all`. */
function picker<T extends { readonly id: CardId }>(all: readonly T[]): (ids: readonly CardId[]) => T[] {
  const places = new Map(all.map((one, index) => [one.id, index]))
  return (ids) =>
    [...new Set(ids)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .flatMap((place) => all[place] ?? [])
}
