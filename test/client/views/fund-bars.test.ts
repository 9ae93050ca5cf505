import { expect, it } from 'vitest'
import { barsThatFit, widthOfBar } from '../../../client/components/views/fund-bars.ts'

const SUMS = [30, 10, 20, 50, 40].map((cents) => ({ cents }))
const centsOf = (sums: readonly { readonly cents: number }[]): number[] => sums.map(({ cents }) => cents)

it('shows every sum that has room, as they stand', () =>
  expect(barsThatFit(SUMS, 5)).toEqual({ shown: SUMS, others: [] }))

it('keeps the largest where there is room for some, and none is lost', () => {
  const { shown, others } = barsThatFit(SUMS, 4)
  expect(centsOf(shown)).toEqual([30, 50, 40])
  expect(centsOf(others)).toEqual([10, 20])
})

it('tells all as one in a place for one', () => expect(barsThatFit(SUMS, 1).others).toHaveLength(5))

it('asks for as much as its words take: with two axes of one fund the end of the title tells them apart', () => {
  expect(widthOfBar('FESR Asse 4', '1.112.332,00')).toBeLessThanOrEqual(168)
  expect(widthOfBar('Fondi del terzo settore Asse 4', '8.641.975,27')).toBeGreaterThan(280)
})
