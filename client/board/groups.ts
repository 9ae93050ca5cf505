import type { CardId } from '../../shared/ids.ts'
import type { BoardView } from './board-view.svelte.ts'

/** A card with the others of its group; it alone when it is in none. */
export function groupAround({ board }: { readonly board: BoardView }, id: CardId): readonly CardId[] {
  const group = board.card(id)?.group
  if (group === undefined) return [id]
  return [...board.cards].filter(([, view]) => view.card.group === group).map(([one]) => one)
}
