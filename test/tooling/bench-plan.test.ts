import { expect, it } from 'vitest'
import { growth } from '../bench/plan/measured.ts'

it('growth is the power of the size with which the time grows', () => {
  const sizes = [100, 1000]
  expect(growth({ sizes, ms: [5, 50] })).toBeCloseTo(1)
  expect(growth({ sizes, ms: [5, 500] })).toBeCloseTo(2)
  expect(growth({ sizes, ms: [5, 5] })).toBeCloseTo(0)
})
