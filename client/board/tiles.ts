import type { Box } from '../../shared/geometry/box.ts'

/** A square of the board as a picture: `level` n has 2^n device pixels per board point. */
export interface Tile {
  readonly level: number
  readonly column: number
  readonly row: number
}

/** Side of a tile in device pixels. */
export const TILE = 512

/**
 * The level whose pictures are shown at so many device pixels per board point: the nearest power of two, so that they are
 * stretched or shrunk by less than half.
 */
export const levelFor = (scale: number): number => Math.round(Math.log2(scale))

export const scaleOf = (level: number): number => 2 ** level

export const keyOf = ({ level, column, row }: Tile): string => `${level}/${column}/${row}`

export function tileBox({ level, column, row }: Tile): Box {
  const side = TILE / scaleOf(level)
  return { x: column * side, y: row * side, width: side, height: side }
}

/** The tiles of a level that a view touches, those nearest to its middle first. */
export function tilesIn(view: Box, level: number): Tile[] {
  const side = TILE / scaleOf(level)
  const first = { column: Math.floor(view.x / side), row: Math.floor(view.y / side) }
  const last = {
    column: Math.floor((view.x + view.width) / side),
    row: Math.floor((view.y + view.height) / side),
  }
  const tiles: Tile[] = []
  for (let column = first.column; column <= last.column; column++)
    for (let row = first.row; row <= last.row; row++) tiles.push({ level, column, row })
  const middle = [(first.column + last.column) / 2, (first.row + last.row) / 2] as const
  const far = ({ column, row }: Tile): number => Math.hypot(column - middle[0], row - middle[1])
  return tiles.sort((a, b) => far(a) - far(b))
}

/** The tile one level coarser that holds this one. */
export const parentOf = ({ level, column, row }: Tile): Tile => ({
  level: level - 1,
  column: Math.floor(column / 2),
  row: Math.floor(row / 2),
})

/** The four tiles one level finer that make up this one. */
export const childrenOf = ({ level, column, row }: Tile): Tile[] =>
  [0, 1].flatMap((right) =>
    [0, 1].map((down) => ({ level: level + 1, column: 2 * column + right, row: 2 * row + down })),
  )
