import { around, type Box } from '../../shared/geometry/box.ts'

/** Screen pixels per board point at which the titles of far cards have 11.5 pixels: smaller ones are not read. */
const READABLE = 0.46

/**
 * What of a table is seen first on a small screen: all of it, or, where its titles would be too small to read, as much as
 * can be read around the card where reading starts.
 */
export function firstSeen(
  boxes: readonly Box[],
  room: { readonly width: number; readonly height: number },
): Box | null {
  const whole = around(boxes)
  const [first] = [...boxes].sort((a, b) => a.x + a.y - b.x - b.y)
  if (!whole || !first) return null
  const [x, width] = part(whole.x, whole.width, first.x, room.width / READABLE)
  const [y, height] = part(whole.y, whole.height, first.y, room.height / READABLE)
  return { x, y, width, height }
}

/** On one axis: where to start, and how much of it. */
const part = (start: number, size: number, from: number, room: number): readonly [number, number] =>
  size <= room ? [start, size] : [Math.min(from, start + size - room), room]
