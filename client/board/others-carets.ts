import type { CardId } from '../../shared/ids.ts'
import { personName } from './person-name.ts'
import type { Person } from './presence.svelte.ts'
import type { TextField, TextLink } from './text-link.ts'

/** Somebody else's caret in a text; where `from` and `to` differ, what they marked. */
export interface OtherCaret {
  readonly client: number
  readonly name: string
  readonly colour: string
  readonly from: number
  readonly to: number
}

/** The carets of others in one text of a card, first one first. */
export function othersCarets(
  people: Iterable<Person>,
  card: CardId,
  field: TextField,
  link: TextLink,
): OtherCaret[] {
  const found: OtherCaret[] = []
  for (const person of people) {
    const { client, colour, editing, caret } = person
    if (editing !== card || caret?.field !== field) continue
    const [from, to] = [link.index(caret.from), link.index(caret.to)]
    if (from !== null && to !== null)
      found.push({
        client,
        name: personName(person),
        colour,
        from: Math.min(from, to),
        to: Math.max(from, to),
      })
  }
  return found.sort((a, b) => a.to - b.to || a.client - b.client)
}
