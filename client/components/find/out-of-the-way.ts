import type { Point } from '../../../shared/board/card.ts'
import { overlaps, type Box } from '../../../shared/geometry/box.ts'

/** Where the small map stands: at the foot of the canvas, unless it would hide there what is chosen. */
export type Standing = 'low' | 'high'

/** The size of the small map, and how far it stands from the right and from the two edges, in CSS pixels. */
export const MAP = { width: 200, height: 130, right: 20, low: 104, high: 68 } as const

/** Cards that were chosen together and lie everywhere are hidden by no small map. */
const FEW = 20

/**
 * Where the map hides nothing that is chosen. What is larger than the map can be hidden by it in neither place; where both
 * would hide something, it stays.
 */
export function standingOf(
  { width, height }: { readonly width: number; readonly height: number },
  { x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number },
  chosen: readonly { readonly at: Point; readonly size: Point }[],
): Standing {
  const left = width - MAP.right - MAP.width
  const low: Box = { ...MAP, x: left, y: height - MAP.low - MAP.height }
  const high: Box = { ...MAP, x: left, y: MAP.high }
  const boxes = chosen.slice(0, FEW).map(({ at, size }) => ({
    x: (at[0] - x) * zoom,
    y: (at[1] - y) * zoom,
    width: size[0] * zoom,
    height: size[1] * zoom,
  }))
  const hides = (place: Box): boolean => boxes.some((box) => overlaps(place, box))
  return hides(low) && !hides(high) ? 'high' : 'low'
}
