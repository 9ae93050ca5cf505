import { expect, it } from 'vitest'
import { drawn, moved } from '../../../client/components/views/times/span.ts'

const span = { start: '2020-03-01', end: '2020-05-31' }

it('moves the whole, the end of a month staying the end of a month', () =>
  expect(moved(span, 'whole', -3)).toEqual({ start: '2019-12-01', end: '2020-02-29' }))

it('moves one end, which stops in the month of the other', () => {
  expect(moved(span, 'end', 2)).toEqual({ start: '2020-03-01', end: '2020-07-31' })
  expect(moved(span, 'start', 9)).toEqual({ start: '2020-05-01', end: '2020-05-31' })
  expect(moved(span, 'end', -9)).toEqual({ start: '2020-03-01', end: '2020-03-31' })
})

it('leaves open what is open', () =>
  expect(moved({ start: null, end: '2020-05-31' }, 'whole', 1)).toEqual({ start: null, end: '2020-06-30' }))

it('is drawn from month to month in either direction', () =>
  expect(drawn(2020 * 12 + 4, 2020 * 12 + 2)).toEqual({ start: '2020-03-01', end: '2020-05-31' }))
