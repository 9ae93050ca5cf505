import { SvelteSet } from 'svelte/reactivity'
import { describe, expect, it } from 'vitest'
import { Spot } from '../../../client/components/table/spot.svelte.ts'
import type { CardId } from '../../../shared/ids.ts'

/** A table whose rows others change, and somebody in the second row, third column. */
function aTable() {
  const rows = new SvelteSet(['a', 'b', 'c'] as CardId[])
  const spot = new Spot(() => [...rows])
  const become = (...ids: string[]): ReturnType<Spot['settle']> => {
    rows.clear()
    for (const id of ids) rows.add(id as CardId)
    return spot.settle()
  }
  spot.settle()
  spot.go({ row: 2, column: 3 })
  return { spot, become }
}

describe('the cell one is at', () => {
  it('is the same card when others put rows above it or take some away', () => {
    const { spot, become } = aTable()
    expect(become('x', 'y', 'a', 'b', 'c')).toEqual({ gone: null, by: 2 })
    expect(spot.place).toEqual({ row: 4, column: 3 })
    expect(become('b', 'c')).toEqual({ gone: null, by: -3 })
    expect(spot.place).toEqual({ row: 1, column: 3 })
  })

  it('is the one beside it when its card goes', () => {
    const { spot, become } = aTable()
    expect(become('x', 'a', 'c')).toEqual({ gone: 'b', by: 0 })
    expect(spot.place).toEqual({ row: 3, column: 3 })
    expect(become('x', 'a').gone).toBe('c')
    expect(spot.place).toEqual({ row: 2, column: 3 })
  })

  it('is the heading when no row is left, and stays there', () => {
    const { spot, become } = aTable()
    expect(become().gone).toBe('b')
    expect(spot.place).toEqual({ row: 0, column: 3 })
    become('n')
    expect(spot.place).toEqual({ row: 0, column: 3 })
  })

  it('is at first the first row, of an empty table the heading', () => {
    const rows = new SvelteSet<CardId>()
    const spot = new Spot(() => [...rows])
    expect(spot.place).toEqual({ row: 0, column: 1 })
    rows.add('a' as CardId)
    expect(spot.place).toEqual({ row: 1, column: 1 })
  })
})
