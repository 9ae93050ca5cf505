import type { CardId } from '../../shared/ids.ts'
import { sidePoint } from '../../shared/geometry/link-path.ts'
import { m } from '../paraglide/messages.js'
import { groupAround } from '../board/groups.ts'
import { linkDrag } from './link-drag.ts'
import { marqueeDrag } from './marquee-drag.ts'
import { moveDrag } from './move-drag.ts'
import { placeCard } from './placing.ts'
import { relinkDrag } from './relink-drag.ts'
import { resizeDrag } from './resize-drag.ts'
import type { Desk, Drag, Press, Tool } from './tool.ts'

/** Chooses, moves, resizes and joins: what one has in hand when one has nothing in hand. */
export const selectTool = (desk: Desk): Tool => ({
  cursor: 'default',
  click({ hit, keys }) {
    if (hit.on === 'link' || hit.on === 'linkEnd') desk.selection.chooseLink(hit.id)
    else if (hit.on !== 'nothing') choose(desk, hit.id, keys.shift)
    else if (!keys.shift) desk.selection.clear()
  },
  doubleClick({ hit, at }) {
    if (!desk.canWrite) return
    if (hit.on === 'card' || hit.on === 'frame') {
      desk.selection.choose([hit.id])
      desk.selection.editing = hit.id
    } else if (hit.on === 'nothing') placeCard(desk, { kind: 'need' }, at)
  },
  drag: (press) => (desk.canWrite ? dragOf(desk, press) : readerDrag(desk, press)),
})

/** A click takes a card with its group; one more, when the group is chosen, takes the card alone. */
function choose(desk: Desk, id: CardId, adding: boolean): void {
  const { selection } = desk
  const group = groupAround(desk, id)
  if (adding) for (const one of group) selection.toggle(one)
  else selection.choose(selection.cards.size > 1 && group.every((one) => selection.has(one)) ? [id] : group)
}

function dragOf(desk: Desk, { hit, at, keys, touch }: Press): Drag | null {
  const { selection, index } = desk
  switch (hit.on) {
    case 'linkGrip': {
      const box = index.box(hit.id)
      return box && linkDrag(desk, hit.id, sidePoint(box, hit.side))
    }
    case 'linkEnd':
      return relinkDrag(desk, hit.id, hit.end)
    case 'corner':
      return resizeDrag(desk, hit.id, hit.corner, at)
    case 'card':
    case 'frame':
      if (!selection.has(hit.id)) {
        const group = groupAround(desk, hit.id)
        selection.choose(keys.shift ? [...selection.cards, ...group] : group)
      }
      if ([...selection.cards].every((id) => desk.board.card(id)?.locked)) {
        desk.tools.say(m.canvas_locked())
        return STAYS
      }
      return moveDrag(desk, selection.cards, at, hit.id)
    case 'link':
    case 'nothing':
      // One finger on the ground moves the board; a mouse draws a rectangle.
      return touch ? null : marqueeDrag(desk, at, keys)
  }
}

/** A drag of what is locked moves neither it nor the board. */
const STAYS: Drag = { move: () => undefined, drop: () => undefined, cancel: () => undefined }

/** Who may only read can still choose several cards. */
const readerDrag = (desk: Desk, { hit, at, keys, touch }: Press): Drag | null =>
  hit.on === 'nothing' && !touch ? marqueeDrag(desk, at, keys) : null
