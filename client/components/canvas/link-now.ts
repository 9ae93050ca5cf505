import type { CardView } from '../../board/card-view.svelte.ts'
import type { BoardView } from '../../board/board-view.svelte.ts'
import { pathBetween } from '../../board/drawn-link.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { LinkPath } from '../../../shared/geometry/link-path.ts'
import type { LinkId } from '../../../shared/ids.ts'

/** The curve of a link as it is now, drags included; reactive. Null when it or one of its ends is gone. */
export function linkPathNow(board: BoardView, id: LinkId): LinkPath | null {
  const link = board.links.get(id)
  const from = link && board.cards.get(link.from)
  const to = link && board.cards.get(link.to)
  return link && from && to ? pathBetween(link, boxOfView(from), boxOfView(to)) : null
}

const boxOfView = ({ at, card: { size } }: CardView): Box => ({
  x: at[0],
  y: at[1],
  width: size[0],
  height: size[1],
})
