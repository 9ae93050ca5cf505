import type { Card } from '../../../shared/board/card.ts'
import { inReadingOrder } from '../../../shared/board/outline.ts'
import { folded } from '../ui/search-cards.ts'
import type { Column } from './column.ts'

export interface Sorting {
  readonly key: string
  readonly down: boolean
}

/** The next way of a column that is asked again: up, down, and back to the order of reading. */
export const nextSorting = (now: Sorting | null, key: string): Sorting | null =>
  now?.key !== key ? { key, down: false } : now.down ? null : { key, down: true }

/** The cards of a table: those whose cells contain what is written above them, in the order asked for; empty cells last. */
export function rowsOf<C extends Card>(
  cards: Iterable<C>,
  columns: readonly Column[],
  filters: Readonly<Record<string, string>>,
  sorting: Sorting | null,
): readonly C[] {
  const wanted = columns.flatMap((column) => {
    const words = folded(filters[column.key]?.trim() ?? '')
    return words === '' ? [] : [{ column, words }]
  })
  const kept = inReadingOrder(cards).filter((card) =>
    wanted.every(({ column, words }) => folded(column.text(card)).includes(words)),
  )
  const column = sorting && columns.find(({ key }) => key === sorting.key)
  if (!column) return kept
  const keyOf = column.order?.bind(column) ?? ((card: Card) => folded(column.text(card)))
  const isEmpty = (card: Card): boolean => column.text(card) === ''
  return kept
    .map((card) => ({ card, key: keyOf(card), empty: isEmpty(card) }))
    .sort((a, b) =>
      a.empty !== b.empty
        ? Number(a.empty) - Number(b.empty)
        : compared(a.key, b.key) * (sorting.down ? -1 : 1),
    )
    .map(({ card }) => card)
}

const compared = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'it', { numeric: true })
