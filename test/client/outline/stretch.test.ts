import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, stretchIn, type Part } from '../../../client/components/outline/stretch.ts'

const GAP = 8
const heightOf = (row: number): number => 40 + (row % 7) * 11
const rowsUpTo = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth)
const heightOfPart = (part: Part<number>): number => ('row' in part ? heightOf(part.row) : part.height)
const heightOfList = (parts: readonly Part<number>[]): number =>
  parts.reduce((sum, part) => sum + heightOfPart(part) + GAP, -GAP)
const drawn = (parts: readonly Part<number>[]): number[] =>
  parts.flatMap((part) => ('row' in part ? [part.row] : []))

const lists = fc.record({
  count: fc.integer({ min: 1, max: 300 }),
  top: fc.integer({ min: -2_000, max: 20_000 }),
  height: fc.integer({ min: 1, max: 3_000 }),
})

describe('the stretch of a list that is drawn', () => {
  it('holds every row of which something is in sight, and no other but those that touch it', () => {
    fc.assert(
      fc.property(lists, ({ count, top, height }) => {
        const rows = rowsUpTo(count)
        const bottom = top + height
        const { from, to } = stretchIn(rows, heightOf, GAP, top, bottom)
        let y = 0
        for (const row of rows) {
          const seen = y + heightOf(row) > top && y < bottom
          expect(row >= from && row < to).toBe(seen)
          y += heightOf(row) + GAP
        }
      }),
    )
  })

  it('leaves the list as high as if all of it were drawn, wherever the held row stands', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: -1, max: 300 }), ({ count, top, height }, held) => {
        const rows = rowsUpTo(count)
        const stretch = stretchIn(rows, heightOf, GAP, top, top + height)
        const parts = partsOf(rows, stretch, held < 0 ? null : held, heightOf, GAP)
        expect(heightOfList(parts)).toBe(heightOfList(rows.map((row, nth) => ({ row, nth }))))
        const inside = rows.slice(stretch.from, stretch.to)
        const also = rows.filter((row) => row === 0 || row === held)
        expect(drawn(parts)).toEqual([...new Set([...inside, ...also])].sort((a, b) => a - b))
        const keys = parts.map((part) => ('row' in part ? part.row : part.key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('is empty where the list is out of sight, and of an empty list', () => {
    expect(stretchIn(rowsUpTo(9), heightOf, GAP, -900, -100)).toEqual({ from: 0, to: 0 })
    expect(stretchIn([], heightOf, GAP, 0, 100)).toEqual({ from: 0, to: 0 })
    expect(partsOf([], { from: 0, to: 0 }, null, heightOf, GAP)).toEqual([])
  })
})
