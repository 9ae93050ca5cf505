import { contains, type Box } from '../../shared/geometry/box.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** Below this zoom cards are drawn from far, and nobody reads more than their titles. */
const LEGIBLE = 0.5

/**
 * Shows what was just pasted: when it does not lie in the view, and when one stood so far back that it can hardly be read and
 * nothing else is there to be kept in view. Whoever pastes among other cards from far away goes on looking at all of them.
 */
export function showPlaced({ camera, index }: Pick<BoardSession, 'camera' | 'index'>, box: Box): void {
  const { view, viewport, state } = camera
  const isAlone = (): boolean =>
    [index.cards, index.frames].every((all) =>
      all.query(view).every((id) => {
        const other = all.box(id)
        return other === null || contains(box, other)
      }),
    )
  const canBeNear = box.width * LEGIBLE < viewport.width && box.height * LEGIBLE < viewport.height
  if (!contains(view, box) || (state.zoom < LEGIBLE && canBeNear && isAlone())) camera.fit(box)
}
