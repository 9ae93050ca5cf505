import { contains, expand, type Box } from '../../../shared/geometry/box.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'

type Place = Pick<BoardSession, 'camera' | 'index'>

const AROUND = 8
/** Below this zoom cards are drawn from far, and nobody can read what they type. */
const LEGIBLE = 0.5

/** Moves the board as little as is needed to see a card, clear of the bars that float over the canvas. */
export function bringIntoView({ camera, index }: Place, id: CardId): void {
  const box = index.box(id)
  if (!box) return
  const { zoom, x, y } = camera.state
  const wanted = expand(box, AROUND / zoom)
  const clear = clearView(camera)
  if (contains(clear, wanted)) return
  camera.set({
    x: x + shift(wanted.x, wanted.width, clear.x, clear.width),
    y: y + shift(wanted.y, wanted.height, clear.y, clear.height),
    zoom,
  })
}

/** The same for a card whose title is about to be written: near enough to be read. */
export function bringNear(place: Place, id: CardId): void {
  const { camera, index } = place
  const box = index.box(id)
  if (box && camera.state.zoom < LEGIBLE) {
    const clear = clearView(camera)
    const middle = [
      clear.x + clear.width / 2 - camera.state.x,
      clear.y + clear.height / 2 - camera.state.y,
    ] as const
    const { zoom } = camera.state
    camera.set({
      x: box.x + box.width / 2 - middle[0] * zoom,
      y: box.y + Math.min(box.height, 124) / 2 - middle[1] * zoom,
      zoom: 1,
    })
  } else bringIntoView(place, id)
}

function clearView({ view, insets, state: { zoom } }: BoardSession['camera']): Box {
  return {
    x: view.x + insets.left / zoom,
    y: view.y + insets.top / zoom,
    width: view.width - (insets.left + insets.right) / zoom,
    height: view.height - (insets.top + insets.bottom) / zoom,
  }
}

/** How far to look on along one axis so that what is wanted fits; its start when it is larger than the room. */
const shift = (low: number, size: number, from: number, room: number): number =>
  size > room ? low - from : Math.min(low - from, 0) || Math.max(low + size - from - room, 0)
