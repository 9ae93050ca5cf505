import { survivorOf, type Board } from '../board/board.ts'
import type { CardOf } from '../board/card.ts'
import type { CardId } from '../ids.ts'
import { sum } from '../money.ts'
import { remembered } from '../remembered.ts'
import { groupedBy } from './grouped-by.ts'
import type { Action, Fate, Need } from './plan.ts'
import { unionOfTags } from './tags.ts'

/** The needs in the order given, each with what became of it. */
export function needsOf(
  needs: readonly CardOf<'need'>[],
  cards: Board['cards'],
  actions: readonly Action[],
): Need[] {
  const answering = groupedBy(actions, (action) => action.needs)
  const survivors = new Map(needs.map((need) => [need.id, survivorOf(need, cards)]))
  const merged = groupedBy(needs, (need) => {
    const survivor = survivors.get(need.id)
    return survivor === undefined || survivor === need.id ? [] : [survivor]
  })
  return needs.map((need) =>
    needOf(need, survivors.get(need.id) ?? need.id, answering.get(need.id) ?? [], merged.get(need.id) ?? []),
  )
}

const needOf = remembered(
  (
    need: CardOf<'need'>,
    survivor: CardId,
    answering: readonly Action[],
    merged: readonly CardOf<'need'>[],
  ): Need => ({
    id: need.id,
    title: need.title,
    text: need.body,
    source: (need.source ?? '').trim(),
    places: unionOfTags([need.places ?? []]),
    targetGroups: unionOfTags([need.targetGroups ?? []]),
    fate: fateOf(need, survivor, answering),
    merged: merged.map((other) => other.id),
  }),
)

/** What answers a need outweighs a reason for not taking it up that somebody left on the card before. */
function fateOf(need: CardOf<'need'>, survivor: CardId, answering: readonly Action[]): Fate {
  if (survivor !== need.id) return { kind: 'merged', into: survivor }
  const because = (need.notTakenUp ?? '').trim()
  if (answering.length === 0) return because ? { kind: 'notTakenUp', because } : { kind: 'raised' }
  const rows = answering.flatMap((action) => action.funding).filter((row) => row.cents > 0)
  const actions = answering.map((action) => action.id)
  if (rows.length === 0) return { kind: 'answered', actions }
  return {
    kind: 'financed',
    actions,
    cents: sum(rows.map((row) => row.cents)),
    funds: [...new Set(rows.map((row) => row.fund))],
  }
}
