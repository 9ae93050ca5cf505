/** A cell of the table: row 0 is the heading. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
}

const PAGE = 10

/** Where a key leads from a cell of a grid of so many rows and columns; null when it leads nowhere (ARIA grid pattern). */
export function walked(
  { row, column }: Place,
  { key, ctrlKey }: Stroke,
  rows: number,
  columns: number,
): Place | null {
  const at = (toRow: number, toColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return ctrlKey ? null : at(row - 1, column)
    case 'ArrowDown':
      return ctrlKey ? null : at(row + 1, column)
    case 'ArrowLeft':
      return ctrlKey ? null : at(row, column - 1)
    case 'ArrowRight':
      return ctrlKey ? null : at(row, column + 1)
    case 'Home':
      return ctrlKey ? at(0, 0) : at(row, 0)
    case 'End':
      return ctrlKey ? at(rows - 1, columns - 1) : at(row, columns - 1)
    case 'PageUp':
      return at(Math.max(1, row - PAGE), column)
    case 'PageDown':
      return at(row + PAGE, column)
    default:
      return null
  }
}

/**
 * Which rows of a long table are drawn: those in sight, some around, and the one with the focus wherever one has scrolled; from
 * top to bottom, as they are read.
 */
export function drawnRows(
  scrolled: number,
  height: number,
  rowHeight: number,
  count: number,
  focused: number,
  around = 8,
): readonly number[] {
  const from = Math.min(count, Math.max(0, Math.floor(scrolled / rowHeight) - around))
  const to = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + around)
  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth)
  if (focused < 0 || focused >= count) return inSight
  return focused < from ? [focused, ...inSight] : focused >= to ? [...inSight, focused] : inSight
}
