import type { Box } from '../../../shared/geometry/box.ts'
import type { LinkPath } from '../../../shared/geometry/link-path.ts'
import { sizeOn } from '../../../shared/board/folded.ts'
import type { LinkId } from '../../../shared/ids.ts'
import type { CardView } from '../../board/card-view.svelte.ts'
import { routeNow } from '../../board/link-routes.ts'
import type { Scene } from '../../session/scene.ts'
import type { Stage } from './stage.svelte.ts'

/** The line of a link as it is now, drags included; reactive. Null when it or one of its ends is gone. */
export function linkPathNow(
  { board, index }: Pick<Scene, 'board' | 'index'>,
  stage: Stage,
  id: LinkId,
): LinkPath | null {
  const link = board.links.get(id)
  const from = link && board.cards.get(index.endOf(link.from))
  const to = link && board.cards.get(index.endOf(link.to))
  if (!link || !from || !to || from === to) return null
  if (!from.preview && !to.preview) return index.path(id)
  return routeNow(index, link, boxOfView(from), boxOfView(to), stage.onTheWay).path
}

const boxOfView = ({ at, card }: CardView): Box => {
  const [width, height] = sizeOn(card)
  return { x: at[0], y: at[1], width, height }
}
