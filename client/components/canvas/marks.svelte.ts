import { SvelteMap } from 'svelte/reactivity'
import type { CardId } from '../../../shared/ids.ts'
import type { Person } from '../../board/presence.svelte.ts'

/** Somebody else has chosen a card, or types in it. */
export interface Mark {
  readonly name: string
  readonly colour: string
  readonly isEditing: boolean
}

/**
 * Who is at which card. Presence changes with every movement of a cursor; this map only when somebody takes or leaves a
 * card, so that cursors do not wake cards.
 */
export class Marks {
  readonly byCard = new SvelteMap<CardId, Mark>()

  follow(people: Iterable<Person>, nameOf: (person: Person) => string): void {
    const next = new Map<CardId, Mark>()
    for (const person of people) {
      const { colour, selection, editing } = person
      const name = nameOf(person)
      for (const id of selection)
        if (!next.get(id)?.isEditing) next.set(id, { name, colour, isEditing: false })
      if (editing !== null) next.set(editing, { name, colour, isEditing: true })
    }
    for (const id of [...this.byCard.keys()]) if (!next.has(id)) this.byCard.delete(id)
    for (const [id, mark] of next) if (!sameMark(this.byCard.get(id), mark)) this.byCard.set(id, mark)
  }
}

const sameMark = (a: Mark | undefined, b: Mark): boolean =>
  a !== undefined && a.name === b.name && a.colour === b.colour && a.isEditing === b.isEditing
