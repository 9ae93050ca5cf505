/** The rows of a list that are drawn: from the one at `from` up to, and without, the one at `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A row to draw, or the room that rows not drawn would take. */
export type Part<T> =
  { readonly row: T; readonly nth: number } | { readonly key: string; readonly height: number }

/**
 * The rows of a list that reach into a strip of it. `top` and `bottom` are in px below the upper edge of the list, `gap` is
 * the distance between two rows.
 */
export function stretchIn<T>(
  rows: readonly T[],
  heightOf: (row: T) => number,
  gap: number,
  top: number,
  bottom: number,
): Stretch {
  let y = 0
  let from = 0
  while (from < rows.length) {
    const next = y + heightOf(rows[from] as T)
    if (next > top) break
    y = next + gap
    from++
  }
  let to = from
  while (to < rows.length && y < bottom) y += heightOf(rows[to++] as T) + gap
  return { from, to }
}

/**
 * What stands in the list: the first row, which says how high the others may be, the rows of a stretch and the one that is
 * `held`, with the room of the others between them.
 */
export function partsOf<T>(
  rows: readonly T[],
  { from, to }: Stretch,
  held: T | null,
  heightOf: (row: T) => number,
  gap: number,
): Part<T>[] {
  const parts: Part<T>[] = []
  let done = 0
  let rooms = 0
  const leave = (until: number): void => {
    if (done >= until) return
    let height = -gap
    for (let at = done; at < until; at++) height += heightOf(rows[at] as T) + gap
    parts.push({ key: `room-${rooms++}`, height })
    done = until
  }
  const draw = (start: number, end: number): void => {
    if (end <= done) return
    leave(start)
    for (; done < end; done++) parts.push({ row: rows[done] as T, nth: done })
  }
  const apart = held === null ? -1 : rows.indexOf(held)
  draw(0, Math.min(1, rows.length))
  if (apart < from) draw(apart, apart + 1)
  draw(Math.min(from, rows.length), Math.min(to, rows.length))
  if (apart >= to) draw(apart, apart + 1)
  leave(rows.length)
  return parts
}
