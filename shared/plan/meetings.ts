import type { CardId } from '../ids.ts'
import { remembered } from '../remembered.ts'
import type { Unchecked } from './check.ts'
import { groupedBy } from './grouped-by.ts'
import type { Action, Context } from './plan.ts'
import { tagKey } from './tags.ts'

/** An action or a context, as far as it says whom it serves and where. */
export interface Part {
  readonly id: CardId
  readonly title: string
  readonly kind: 'action' | 'context'
  readonly intervention: CardId | null
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
}

/** Those who serve the same people in the same place. */
export interface Meeting {
  readonly places: readonly string[]
  readonly groups: readonly string[]
  readonly parts: readonly Part[]
}

/** Every pair of a place and a target group for which somebody works, with all who do, one alone included. */
export function meetingsOf(plan: Unchecked): Meeting[] {
  const parts: Part[] = [...plan.actions, ...plan.contexts].map((one) => partOf(one))
  return [...groupedBy(parts, (part) => keysOf(part))].map(([key, met]) => {
    const [place, group] = key.split('\n')
    const spelt = (tags: readonly string[] | undefined, wanted: string | undefined): string[] =>
      (tags ?? []).filter((tag) => tagKey(tag) === wanted)
    return {
      places: spelt(met[0]?.places, place),
      groups: spelt(met[0]?.targetGroups, group),
      parts: met,
    }
  })
}

const partOf = remembered((one: Action | Context): Part => {
  const { id, title, places, targetGroups } = one
  const isAction = 'intervention' in one
  return {
    id,
    title,
    kind: isAction ? 'action' : 'context',
    intervention: isAction ? one.intervention : null,
    places,
    targetGroups,
  }
})

const keysOf = remembered(({ places, targetGroups }: Part): string[] =>
  places.flatMap((place) => targetGroups.map((group) => `${tagKey(place)}\n${tagKey(group)}`)),
)
