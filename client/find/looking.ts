import type { Point } from '../../shared/board/card.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { CameraState } from '../../shared/geometry/camera.ts'

/** What somebody sees of the board: the middle of it and how wide it is, in board points; windows differ in size. */
export interface Look {
  readonly middle: Point
  readonly width: number
  readonly height: number
}

interface Window {
  readonly width: number
  readonly height: number
}

export function lookOf({ x, y, zoom }: CameraState, { width, height }: Window): Look {
  return {
    middle: [Math.round(x + width / zoom / 2), Math.round(y + height / zoom / 2)],
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
  }
}

/** The camera with which a window of this size shows at least what the other sees, in its middle. */
export function cameraFor({ middle, width, height }: Look, window: Window): CameraState {
  const zoom = Math.min(window.width / width, window.height / height)
  return { x: middle[0] - window.width / zoom / 2, y: middle[1] - window.height / zoom / 2, zoom }
}

/** Of what stands on the board, the one nearest to the middle of what somebody sees; null when they see none. */
export function nearest<Id>({ middle: [x, y] }: Look, seen: Iterable<readonly [Id, Box]>): Id | null {
  let best: { readonly id: Id; readonly apart: number } | null = null
  for (const [id, box] of seen) {
    const apart = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
    if (!best || apart < best.apart) best = { id, apart }
  }
  return best?.id ?? null
}

export const boxOfLook = ({ middle: [x, y], width, height }: Look): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** From the wire: read with care. */
export function readLook(value: unknown): Look | null {
  if (typeof value !== 'object' || value === null) return null
  const { middle, width, height } = value as Record<string, unknown>
  const fits = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= 1e7
  if (!Array.isArray(middle) || middle.length !== 2 || !fits(middle[0]) || !fits(middle[1])) return null
  if (!fits(width) || !fits(height) || width < 1 || height < 1) return null
  return { middle: [middle[0], middle[1]], width, height }
}
