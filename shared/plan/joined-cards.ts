import type { CardId } from '../ids.ts'
import type { Unchecked } from './check.ts'

/**
 * Which actions and contexts belong together, by a card that stands for all of them: those of one intervention, and those
 * that links lead from one to the other (`enables`, `complements`, a plain line). Nearly linear in cards and links.
 */
export function joinedCards(plan: Unchecked): ReadonlyMap<CardId, CardId> {
  const parent = new Map<CardId, CardId>()
  const root = (card: CardId): CardId => {
    let at = card
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) {
      parent.set(at, parent.get(next) ?? next)
      at = next
    }
    return at
  }
  const join = (one: CardId, other: CardId): void => void parent.set(root(one), root(other))
  for (const action of plan.actions) {
    if (action.intervention !== null) join(action.id, action.intervention)
    for (const { action: enabled } of action.enables) join(action.id, enabled)
    for (const other of action.complements) join(action.id, other)
  }
  for (const { from, to } of plan.relates) join(from, to)
  const cards = [...plan.actions, ...plan.contexts].map(({ id }) => id)
  return new Map(cards.map((id) => [id, root(id)]))
}
