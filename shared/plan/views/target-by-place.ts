import type { CardId } from '../../ids.ts'
import { groupedBy } from '../grouped-by.ts'
import { joinedCards } from '../joined-cards.ts'
import type { Action, Context, Need, Plan } from '../plan.ts'
import { tagKey, unionOfTags } from '../tags.ts'

/** What is said, done and already running for one target group in one place. */
export interface TargetPlaceCell {
  readonly place: string | null
  readonly needs: readonly Need[]
  readonly actions: readonly Action[]
  readonly contexts: readonly Context[]
  /** One card of each group that works there without knowing of the others, when there is more than one (CMP-1). */
  readonly apart: readonly CardId[]
  /** Somebody asks, and no action is for these people in this place. */
  readonly gap: boolean
}

export interface TargetLine {
  /** Null: no target group is stated. */
  readonly target: string | null
  readonly cells: readonly TargetPlaceCell[]
}

/** The heat map of complementarity: a target group a line, a place a column. What states neither stands under "not stated". */
export interface TargetByPlace {
  readonly places: readonly (string | null)[]
  readonly lines: readonly TargetLine[]
  /** How many needs, actions and contexts the fullest cell holds. */
  readonly most: number
}

interface Tagged {
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
}

/** Needs that were merged speak through the other and are left out. */
export function targetByPlace(plan: Plan): TargetByPlace {
  const needs = plan.needs.filter(({ fate }) => fate.kind !== 'merged')
  const tagged: readonly Tagged[] = [...needs, ...plan.actions, ...plan.contexts]
  const places = withNull(tagged, ({ places: tags }) => tags)
  const targets = withNull(tagged, ({ targetGroups }) => targetGroups)
  const [needsAt, actionsAt, contextsAt] = [
    groupedBy(needs, keysOf),
    groupedBy(plan.actions, keysOf),
    groupedBy(plan.contexts, keysOf),
  ]
  const joined = joinedCards(plan)
  const lines = targets.map((target): TargetLine => ({
    target,
    cells: places.map((place): TargetPlaceCell => {
      const key = keyOf(place, target)
      const cell = {
        needs: needsAt.get(key) ?? [],
        actions: actionsAt.get(key) ?? [],
        contexts: contextsAt.get(key) ?? [],
      }
      const apart = place === null || target === null ? [] : islandsOf(cell, joined)
      const open = cell.needs.filter(({ fate }) => fate.kind !== 'notTakenUp')
      return { place, ...cell, apart, gap: open.length > 0 && cell.actions.length === 0 }
    }),
  }))
  const counts = lines.flatMap(({ cells }) =>
    cells.map((cell) => cell.needs.length + cell.actions.length + cell.contexts.length),
  )
  return { places, lines, most: counts.reduce((high, count) => Math.max(high, count), 0) }
}

/** The tags in the order in which they are first named; null at the end when something states none. */
function withNull(tagged: readonly Tagged[], tagsOf: (one: Tagged) => readonly string[]): (string | null)[] {
  return [
    ...unionOfTags(tagged.map(tagsOf)),
    ...(tagged.some((one) => tagsOf(one).length === 0) ? [null] : []),
  ]
}

const keyOf = (place: string | null, target: string | null): string =>
  `${place === null ? '' : tagKey(place)}\n${target === null ? '' : tagKey(target)}`

const keysOf = ({ places, targetGroups }: Tagged): string[] =>
  (places.length > 0 ? places : [null]).flatMap((place) =>
    (targetGroups.length > 0 ? targetGroups : [null]).map((target) => keyOf(place, target)),
  )

/** As CMP-1 counts them: contexts alone need not know of each other. */
function islandsOf(
  { actions, contexts }: Pick<TargetPlaceCell, 'actions' | 'contexts'>,
  joined: ReadonlyMap<CardId, CardId>,
): CardId[] {
  if (actions.length === 0) return []
  const islands = groupedBy([...actions, ...contexts], ({ id }) => [joined.get(id)])
  return islands.size < 2 ? [] : [...islands.values()].flatMap(([first]) => first?.id ?? [])
}
