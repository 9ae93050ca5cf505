import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  childrenOf,
  keyOf,
  levelFor,
  parentOf,
  scaleOf,
  TILE,
  tileBox,
  tilesIn,
} from '../../../client/board/tiles.ts'
import { contains } from '../../../shared/geometry/box.ts'

describe('the squares of the far view', () => {
  it('are shown stretched or shrunk by less than half', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1, noNaN: true }), (scale) => {
        const ratio = scale / scaleOf(levelFor(scale))
        expect(ratio).toBeGreaterThan(0.7)
        expect(ratio).toBeLessThan(1.42)
      }),
    )
  })

  it('cover the view, the nearest to its middle first', () => {
    const tiles = tilesIn({ x: -100, y: -100, width: 1200, height: 200 }, 0)
    expect(tiles.map(keyOf).sort()).toEqual(
      ['0/-1/-1', '0/-1/0', '0/0/-1', '0/0/0', '0/1/-1', '0/1/0', '0/2/-1', '0/2/0'].sort(),
    )
    expect(tiles.slice(0, 4).every(({ column }) => column === 0 || column === 1)).toBe(true)
  })

  it('are half as many board points wide on each finer level', () => {
    expect(tileBox({ level: 0, column: 1, row: -1 })).toEqual({
      x: TILE,
      y: -TILE,
      width: TILE,
      height: TILE,
    })
    expect(tileBox({ level: -2, column: 0, row: 0 }).width).toBe(4 * TILE)
  })

  it('hold their finer ones and lie in their coarser one, left of the origin too', () => {
    const coordinate = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 2 }), coordinate, coordinate, (level, column, row) => {
        const tile = { level, column, row }
        expect(contains(tileBox(parentOf(tile)), tileBox(tile))).toBe(true)
        for (const child of childrenOf(tile)) expect(keyOf(parentOf(child))).toBe(keyOf(tile))
      }),
    )
  })
})
