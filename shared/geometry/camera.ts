import type { Box } from './box.ts'

/** `x`, `y` is the board point at the top left of the screen; `zoom` is screen pixels per board point. */
export interface CameraState {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

type Pair = readonly [number, number]

export const MIN_ZOOM = 0.05
export const MAX_ZOOM = 4

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))

export const boardPoint = (camera: CameraState, [sx, sy]: Pair): Pair => [
  camera.x + sx / camera.zoom,
  camera.y + sy / camera.zoom,
]

export const screenPoint = (camera: CameraState, [x, y]: Pair): Pair => [
  (x - camera.x) * camera.zoom,
  (y - camera.y) * camera.zoom,
]

/** Zooms so that the board point under `about` (screen pixels) stays under it. */
export function zoomAbout(camera: CameraState, about: Pair, factor: number): CameraState {
  const zoom = clampZoom(camera.zoom * factor)
  const [x, y] = boardPoint(camera, about)
  return { x: x - about[0] / zoom, y: y - about[1] / zoom, zoom }
}

/** The camera that shows the whole box in the middle, with `padding` screen pixels around it, at 100 % at most. */
export function fitBox(
  box: Box,
  viewport: { readonly width: number; readonly height: number },
  padding: number,
): CameraState {
  const room = (side: number): number => Math.max(1, side - 2 * padding)
  const zoom = clampZoom(
    Math.min(
      1,
      room(viewport.width) / Math.max(1, box.width),
      room(viewport.height) / Math.max(1, box.height),
    ),
  )
  return {
    x: box.x + box.width / 2 - viewport.width / 2 / zoom,
    y: box.y + box.height / 2 - viewport.height / 2 / zoom,
    zoom,
  }
}
