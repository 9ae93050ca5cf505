import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settled } from '../../../client/components/outline/settled.ts'

describe('the order of rows under somebody’s hands', () => {
  it('stays while others drag cards about', () =>
    expect(settled(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c']))

  it('takes a new row where it now follows another', () => {
    expect(settled(['a', 'b'], ['a', 'new', 'b'])).toEqual(['a', 'new', 'b'])
    expect(settled(['a', 'b'], ['b', 'new', 'a'])).toEqual(['a', 'b', 'new'])
    expect(settled(['a'], ['first', 'a'])).toEqual(['first', 'a'])
    expect(settled([], ['a', 'b'])).toEqual(['a', 'b'])
  })

  it('lets go of rows that went', () => expect(settled(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c']))

  it('holds the same rows as the new order, and never swaps two that were there', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const order = settled(before, after)
        expect([...order].sort()).toEqual([...after].sort())
        const kept = before.filter((row) => after.includes(row))
        expect(order.filter((row) => before.includes(row))).toEqual(kept)
      }),
    )
  })
})
