import { around } from '../../shared/geometry/box.ts'
import { firstSeen } from '../board/first-seen.ts'
import { lookOf } from '../find/looking.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { minimap } from '../settings.svelte.ts'
import type { Action } from './action.ts'

const STEP = 1.25

export const fit: Action = {
  id: 'fit',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_fit,
  shortcuts: [{ code: 'Digit1', shift: true }],
  enabled: ({ board }) => board.cards.size > 0,
  run: fitBoard,
}

export const fitSelection: Action = {
  id: 'fitSelection',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_fit_selection,
  shortcuts: [{ code: 'Digit2', shift: true }],
  enabled: ({ selection }) => selection.cards.size > 0,
  run({ camera, index, selection }) {
    const boxes = [...selection.cards].map((id) => index.box(id)).filter((box) => box !== null)
    const box = around(boxes)
    if (box) camera.show(box, 120)
  },
}

export const zoomIn: Action = {
  id: 'zoomIn',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_zoom_in,
  shortcuts: [
    { key: '+', ctrl: true },
    { key: '=', ctrl: true },
  ],
  enabled: () => true,
  run: ({ camera }) => camera.zoomBy(STEP),
}

export const zoomOut: Action = {
  id: 'zoomOut',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_zoom_out,
  shortcuts: [{ key: '-', ctrl: true }],
  enabled: () => true,
  run: ({ camera }) => camera.zoomBy(1 / STEP),
}

export const zoomActual: Action = {
  id: 'zoomActual',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_zoom_actual,
  shortcuts: [{ code: 'Digit0', ctrl: true, shift: false }],
  enabled: () => true,
  run: ({ camera }) => camera.zoomBy(1 / camera.state.zoom),
}

/** After a leap (to a card that was searched for, to the whole board) one finds one's place again. */
export const back: Action = {
  id: 'back',
  group: 'look',
  canvasOnly: true,
  label: m.find_back,
  shortcuts: [{ code: 'Digit3', shift: true }],
  enabled: ({ camera }) => camera.canGoBack,
  run: ({ camera }) => camera.goBack(),
}

export const switchMinimap: Action = {
  id: 'minimap',
  group: 'look',
  canvasOnly: true,
  label: () => (minimap.on ? m.find_minimap_off() : m.find_minimap_on()),
  shortcuts: [],
  enabled: () => true,
  run: () => minimap.toggle(),
}

/** Brings everybody who is at the canvas to what the facilitator sees. */
export const gather: Action = {
  id: 'gather',
  group: 'look',
  canvasOnly: true,
  label: m.find_gather,
  shortcuts: [],
  enabled: ({ role }) => role === 'facilitator',
  run({ camera, presence, tools }) {
    const call = String(Date.now())
    presence.tell({ gathers: { call, look: lookOf(camera.state, camera.viewport) } })
    tools.say(m.find_gather_done())
    // Who comes later is not called any more.
    setTimeout(() => {
      if (presence.me.gathers?.call === call) presence.tell({ gathers: null })
    }, CALL_MS)
  },
}

const CALL_MS = 4_000

/** How a table is seen when one comes to it: whole, and on a phone as much of it as can be read. */
export function lookFirst(session: Pick<BoardSession, 'camera' | 'index'>): void {
  const { camera, index } = session
  const { width, height } = camera.viewport
  if (width > MOST_SMALL) return fitBoard(session)
  const { top, bottom } = camera.insets
  const boxes = [index.cards, index.frames].flatMap((all) => all.boxes)
  const box = firstSeen(boxes, { width: width - 2 * EDGE, height: height - top - bottom - 2 * EDGE })
  if (box) camera.fit(box, EDGE)
}

/** A canvas that is narrower belongs to a phone. */
const MOST_SMALL = 720
const EDGE = 12

/** Shows the whole board. */
export function fitBoard({ camera, index }: Pick<BoardSession, 'camera' | 'index'>): void {
  const box = around([index.cards.bounds, index.frames.bounds].filter((bounds) => bounds !== null))
  if (box) camera.fit(box, 48)
}
