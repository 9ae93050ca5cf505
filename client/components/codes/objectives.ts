import type { Axis } from '../../../shared/programme/programme.ts'
import { offered, type Known, type OfferedCode } from './offered-codes.ts'

/**
 * The specific objectives of an axis, in the words of the programme and, where the list of the Regulations has them, found by
 * the other language too; then those of the list that its funds have and the programme does not name under this axis.
 */
export function objectivesOf(axis: Axis, known: readonly Known[]): readonly OfferedCode[] {
  const listed = new Map(known.map((one) => [one.item.code, one]))
  const own = axis.specificObjectives.map(({ code, title, verified }) => ({
    ...offered({ code, it: title, en: listed.get(code)?.item.en ?? null, verified }),
    fits: true,
  }))
  const codes = new Set(own.map(({ code }) => code))
  // Objectives of another period are numbered otherwise: none of them is in the list.
  const samePeriod = own.some(({ code }) => listed.has(code))
  const others = known.filter(
    ({ item }) => samePeriod && !codes.has(item.code) && axis.funds.some((fund) => fund === item.fund),
  )
  return [...own, ...others.map(({ offered: one }) => ({ ...one, fits: false }))]
}
