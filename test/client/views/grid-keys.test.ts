import { expect, it } from 'vitest'
import { nextCell } from '../../../client/components/views/grid-keys.ts'

const grid = [
  ['a', 'b', 'c'],
  ['d', 'e'],
]

it('arrows lead to the neighbour, Home and End to the ends of the line', () => {
  const from = (key: string) => nextCell(key, grid, 0, 1)
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'Home', 'End'].map(from)).toEqual(['a', 'c', 'e', 'a', 'c'])
})

it('nothing leads out of the table, and other keys mean nothing', () => {
  expect(nextCell('ArrowUp', grid, 0, 0)).toBeUndefined()
  expect(nextCell('ArrowDown', grid, 0, 2)).toBeUndefined()
  expect(nextCell('ArrowLeft', grid, 1, 0)).toBeUndefined()
  expect(nextCell('Enter', grid, 0, 0)).toBeUndefined()
})
