import type { Box } from '../../shared/geometry/box.ts'
import type { BoardIndex } from './board-index.ts'
import type { BoardView } from './board-view.svelte.ts'

/**
 * The rank of what is put on these places now, so that it lies on what is there and not, as ids happen to fall, below it;
 * undefined where nothing is. Cards lie on cards, frames on frames.
 */
export function rankOver(
  { board, index }: { readonly board: BoardView; readonly index: BoardIndex },
  layer: 'cards' | 'frames',
  boxes: readonly Box[],
): number | undefined {
  const below = boxes.flatMap((box) => index[layer].query(box))
  return below.length === 0
    ? undefined
    : below.reduce((top, id) => Math.max(top, board.card(id)?.rank ?? 0), 0) + 1
}
