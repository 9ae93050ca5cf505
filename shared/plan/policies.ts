import type { Theme } from '../board/card.ts'
import type { CardId } from '../ids.ts'
import type { Unchecked } from './check.ts'
import { groupedBy } from './grouped-by.ts'
import { tagKey } from './tags.ts'
import { themesOf } from './themes.ts'

/** The policies that the slides name beside social inclusion, each of them a pair with it (CMP-2). */
export const COMPLEMENTS_OF_SOCIAL: readonly Theme[] = ['work', 'education', 'deprivation']

/** What works on one place, by policy: contexts count as actions do. */
export interface PoliciesOfPlace {
  readonly place: string
  /** Cards that say a policy, in reading order: actions, then contexts. */
  readonly cards: readonly CardId[]
  readonly byTheme: ReadonlyMap<Theme, readonly CardId[]>
  /** The policies that stand beside social inclusion there; none while nobody works on social inclusion. */
  readonly present: readonly Theme[]
}

/** Every place on which something says its policy, in the order in which places are first named. */
export function policiesByPlace(plan: Unchecked): PoliciesOfPlace[] {
  const told = [...plan.actions, ...plan.contexts]
    .map((part) => ({ part, themes: themesOf(part, plan.programme) }))
    .filter(({ themes }) => themes.length > 0)
  return [...groupedBy(told, ({ part }) => part.places.map(tagKey))].map(([key, there]) => {
    const parts = groupedBy(there, ({ themes }) => themes)
    const byTheme = new Map([...parts].map(([theme, own]) => [theme, own.map(({ part }) => part.id)]))
    return {
      place: there[0]?.part.places.find((tag) => tagKey(tag) === key) ?? key,
      cards: there.map(({ part }) => part.id),
      byTheme,
      present: COMPLEMENTS_OF_SOCIAL.filter((theme) => byTheme.has('social') && byTheme.has(theme)),
    }
  })
}
