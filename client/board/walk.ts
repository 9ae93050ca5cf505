import { inReadingOrder } from '../../shared/board/outline.ts'
import type { Card } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardIndex } from './board-index.ts'
import type { BoardView } from './board-view.svelte.ts'

/**
 * The card after this one (or before it) in reading order; the first or the last when there is none yet; null at the end,
 * where the focus leaves the canvas.
 */
export function neighbour(
  { board, index }: { readonly board: BoardView; readonly index: BoardIndex },
  from: CardId | null,
  backwards: boolean,
): CardId | null {
  const cards: Card[] = []
  for (const [id, view] of board.cards) if (index.box(id) !== null) cards.push(view.card)
  const order = inReadingOrder(cards)
  const at = order.findIndex((card) => card.id === from)
  if (at < 0) return (backwards ? order.at(-1) : order[0])?.id ?? null
  return order[at + (backwards ? -1 : 1)]?.id ?? null
}
