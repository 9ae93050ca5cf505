import { expect, it } from 'vitest'
import { Pace } from '../../../server/access/pace.ts'

it('lets a burst through, then so much a second, each name for itself', () => {
  let nowMs = 0
  const pace = new Pace(10, 3, () => nowMs)
  expect([pace.take('a'), pace.take('a'), pace.take('a')]).toEqual([0, 0, 0])
  expect(pace.take('a')).toBe(100)
  expect(pace.take('b')).toBe(0)
  nowMs = 100
  expect(pace.take('a')).toBe(0)
  expect(pace.take('a')).toBe(100)
  nowMs = 100_000
  expect([pace.take('a'), pace.take('a'), pace.take('a'), pace.take('a')]).toEqual([0, 0, 0, 100])
})

it('weighs what is taken', () => {
  const pace = new Pace(1000, 4000, () => 0)
  expect(pace.take('a', 3500)).toBe(0)
  expect(pace.take('a', 1000)).toBe(500)
})

it('forgets a name as soon as it has all of its burst again', () => {
  let nowMs = 0
  const pace = new Pace(1, 60, () => nowMs)
  pace.take('a')
  expect(pace.size).toBe(1)
  nowMs = 70_000
  pace.take('b')
  expect(pace.size).toBe(1)
})
