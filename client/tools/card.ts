import { isFrame, type Point } from '../../shared/board/card.ts'
import { boxBetween } from './marquee-drag.ts'
import { placeCard, placeFrame } from './placing.ts'
import type { Desk, Drag, Press, Tool } from './tool.ts'
import type { Blank } from './toolbox.svelte.ts'

/** A frame drawn smaller than this was meant as a click. */
const DRAWN = 80

/** Puts a card where one clicks; a frame can also be drawn. With Shift the tool stays in hand for the next one. */
export const cardTool = (desk: Desk, blank: Blank): Tool => ({
  cursor: 'crosshair',
  click: ({ at, keys }) => put(desk, keys.shift, () => placeCard(desk, blank, at)),
  drag: (press) => drawing(desk, blank, press),
})

function drawing(desk: Desk, blank: Blank, { at: from, keys }: Press): Drag {
  let to: Point = from
  return {
    move(point) {
      to = point
      if (isFrame(blank)) desk.tools.sketch = { marquee: boxBetween(from, to) }
    },
    drop() {
      desk.tools.sketch = {}
      const box = boxBetween(from, to)
      const isDrawn = isFrame(blank) && box.width >= DRAWN && box.height >= DRAWN
      put(desk, keys.shift, () => (isDrawn ? placeFrame(desk, blank, box) : placeCard(desk, blank, to)))
    },
    cancel() {
      desk.tools.sketch = {}
    },
  }
}

/** The tool is put down before the card comes, because putting it down ends what the canvas was showing. */
function put(desk: Desk, keep: boolean, place: () => unknown): void {
  if (!keep) desk.tools.rest()
  place()
}
