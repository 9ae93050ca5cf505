import type { CardId } from '../../../shared/ids.ts'
import type { Person } from '../../board/presence.svelte.ts'

/** How many changes, by name of who made them; the empty name stands for those whose author is not known. */
export type Tally = ReadonlyMap<string, number>

/**
 * Adds the changes of one transaction. Updates carry no author here; who holds a card, types in it or drags it at that
 * moment is who changed it.
 */
export function tally(
  before: Tally,
  cards: Iterable<CardId>,
  links: number,
  people: Iterable<Pick<Person, 'name' | 'editing' | 'selection' | 'drag'>>,
): Tally {
  const known = [...people]
  const counts = new Map(before)
  const add = (name: string, count: number): void => void counts.set(name, (counts.get(name) ?? 0) + count)
  for (const id of cards) add(authorOf(id, known), 1)
  if (links > 0) add('', links)
  return counts
}

const authorOf = (
  id: CardId,
  people: readonly Pick<Person, 'name' | 'editing' | 'selection' | 'drag'>[],
): string =>
  (
    people.find(({ editing }) => editing === id) ??
    people.find(({ drag }) => drag?.ids.includes(id)) ??
    people.find(({ selection }) => selection.includes(id))
  )?.name ?? ''
