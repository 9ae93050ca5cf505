import { expand, type Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Desk } from './tool.ts'

/** Neighbours farther than this from what moves are not lined up with. */
const SNAP_AROUND = 600
const SNAP_PIXELS = 6

/** How near, in board points, an edge must come to another one to be put in line with it. */
export const snapReach = ({ camera }: Pick<Desk, 'camera'>): number => SNAP_PIXELS / camera.state.zoom

/** The cards in view around a box, with which it can stand in line; frames too, when they are `framed`. */
export function neighboursOf(
  { camera, index }: Pick<Desk, 'camera' | 'index'>,
  moving: Box,
  without: { has(id: CardId): boolean },
  framed = false,
): readonly Box[] {
  const { x, y, width, height } = camera.view
  const near = expand(moving, SNAP_AROUND)
  return [...index.cards.query(near), ...(framed ? index.frames.query(near) : [])]
    .filter((id) => !without.has(id))
    .map((id) => index.box(id))
    .filter((box) => box !== null)
    .filter(
      (box) => box.x < x + width && box.x + box.width > x && box.y < y + height && box.y + box.height > y,
    )
}
