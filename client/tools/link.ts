import { sidePoint } from '../../shared/geometry/link-path.ts'
import type { CardId } from '../../shared/ids.ts'
import { join } from './joining.ts'
import { linkDrag } from './link-drag.ts'
import type { Desk, Press, Tool } from './tool.ts'

/** Joins two cards: tap one, then the other, or draw from one to the other. */
export const linkTool = (desk: Desk): Tool => ({
  cursor: 'crosshair',
  click(press) {
    const id = cardUnder(press)
    if (id === null) desk.tools.arm({ tool: 'link', first: null })
    else pick(desk, id, press.screen)
  },
  drag(press) {
    const id = cardUnder(press)
    const box = id === null ? null : desk.index.box(id)
    if (id === null || !box) return null
    const side = press.at[0] < box.x + box.width / 2 ? 'left' : 'right'
    const drag = linkDrag(desk, id, sidePoint(box, side))
    return {
      ...drag,
      drop() {
        desk.tools.rest()
        drag.drop()
      },
    }
  },
})

/** Takes a card as the first end, or as the second when there is a first one: also from the keyboard. */
export function pick(desk: Desk, id: CardId, screen: readonly [number, number]): void {
  const { armed } = desk.tools
  const first = armed.tool === 'link' ? armed.first : null
  if (first === null || first === id || !desk.board.card(first)) {
    desk.tools.arm({ tool: 'link', first: id })
    desk.selection.choose([id])
    return
  }
  desk.tools.rest()
  join(desk, first, id, screen)
}

const cardUnder = ({ hit }: Press): CardId | null =>
  hit.on === 'card' || hit.on === 'linkGrip' || hit.on === 'frame' ? hit.id : null
