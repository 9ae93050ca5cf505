import { describe, expect, it } from 'vitest'
import { nearestLeft } from '../../../client/components/outline/nearest-left.ts'

describe('where one goes from a row that is gone', () => {
  const rows = ['a', 'b', 'c', 'd']
  const without =
    (...gone: string[]) =>
    (row: string): boolean =>
      !gone.includes(row)

  it('is the row after it, the first that is still there', () => {
    expect(nearestLeft(rows, 'b', without('b'))).toBe('c')
    expect(nearestLeft(rows, 'b', without('b', 'c'))).toBe('d')
  })

  it('is the row before it at the end of the list', () => {
    expect(nearestLeft(rows, 'd', without('d'))).toBe('c')
    expect(nearestLeft(rows, 'c', without('b', 'c', 'd'))).toBe('a')
  })

  it('is nowhere when nothing is left, and the first row for one that was never seen', () => {
    expect(nearestLeft(rows, 'a', () => false)).toBeNull()
    expect(nearestLeft(rows, 'x', () => true)).toBe('a')
  })
})
