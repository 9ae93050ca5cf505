import type { CardOf } from '../../../shared/board/card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import type { Dimension } from '../../../shared/board/fields.ts'

/** The code that an action has in a dimension. */
export const codeOf = (card: CardOf<'action'>, dimension: Dimension): string | undefined =>
  card.classifications?.find((one) => one.dimension === dimension)?.code

/** Gives an action a code in a dimension, or takes it away. */
export function classify(
  doc: Parameters<typeof editCard>[0],
  card: CardOf<'action'>,
  dimension: Dimension,
  code: string | undefined,
): void {
  const others = (card.classifications ?? []).filter((one) => one.dimension !== dimension)
  const rows = code === undefined ? others : [...others, { dimension, code }]
  editCard<'action'>(doc, card.id, { classifications: rows.length > 0 ? rows : undefined })
}

/** Names of dimensions stand within sentences; as a label they begin with a capital. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
