import type { CardId, LinkId } from '../../../shared/ids.ts'
import type { Person } from '../../board/presence.svelte.ts'

/**
 * What changed, by name of who changed it; the empty name stands for those whose author is not known. A card in which
 * somebody types a hundred letters is one change.
 */
export type Tally = ReadonlyMap<string, ReadonlySet<CardId | LinkId>>

type Known = Pick<Person, 'name' | 'editing' | 'selection' | 'drag'>

/**
 * Adds the changes of one transaction. Updates carry no author here; who types in a card, drags it or has chosen it at that
 * moment is who changed it.
 */
export function tally(
  before: Tally,
  cards: Iterable<CardId>,
  links: Iterable<LinkId>,
  people: Iterable<Known>,
): Tally {
  const known = [...people]
  const changed = new Map([...before].map(([name, ids]) => [name, new Set(ids)]))
  const add = (name: string, id: CardId | LinkId): void => {
    const ids = changed.get(name)
    if (ids) ids.add(id)
    else changed.set(name, new Set([id]))
  }
  for (const id of cards) add(authorOf(id, known), id)
  for (const id of links) add('', id)
  return changed
}

const authorOf = (id: CardId, people: readonly Known[]): string =>
  (
    people.find(({ editing }) => editing === id) ??
    people.find(({ drag }) => drag?.ids.includes(id)) ??
    people.find(({ selection }) => selection.includes(id))
  )?.name ?? ''
