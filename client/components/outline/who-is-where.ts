import type { Person } from '../../board/presence.svelte.ts'
import type { CardId } from '../../../shared/ids.ts'

/** Who is at a card: their names once each, and the colour of the first. */
export interface Company {
  readonly names: string
  readonly colour: string
}

/** The cards at which others are, writing or looking. */
export function companyOf(
  others: Iterable<Person>,
  nameOf: (person: Person) => string,
): Map<CardId, Company> {
  const people = new Map<CardId, Person[]>()
  for (const person of others) {
    const cards = person.editing === null ? person.selection : [person.editing]
    for (const card of cards) people.set(card, [...(people.get(card) ?? []), person])
  }
  return new Map(
    [...people].map(([card, at]) => [
      card,
      {
        names: [...new Set(at.map(nameOf))].join(', '),
        colour: at[0]?.colour ?? '',
      },
    ]),
  )
}
