/**
 * How a value that a spreadsheet knew is written in a grid: numbers with a decimal comma and no dots, so that `1.125` is
 * never taken for a thousand, and with the fifteen digits that a spreadsheet keeps.
 */
export function numberText(raw: string): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  return plainDecimal(value).replace('.', ',')
}

/** `0.4` in a cell that shows percentages: `40%`. */
export function percentText(raw: string): string {
  const value = Number(raw)
  return Number.isFinite(value)
    ? `${plainDecimal(Number((value * 100).toPrecision(12))).replace('.', ',')}%`
    : raw
}

function plainDecimal(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  if (!text.includes('e')) return text
  // Twelve decimals are more than any amount has; beyond that a number is as good as none.
  return Math.abs(value) < 1 ? value.toFixed(12).replace(/\.?0+$/, '') : BigInt(Math.round(value)).toString()
}

const DAY = 86_400_000
/** The day 0 of a spreadsheet: the 30th, because Excel believes that 1900 was a leap year and everybody followed. */
const DAY_0 = Date.UTC(1899, 11, 30)
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1)
const LAST = 2_958_465

/** A day as a spreadsheet counts it, as an ISO date; the time of day is left out. A number that is no day stays a number. */
export function dayText(raw: string, from1904: boolean): string {
  const days = Math.floor(Number(raw))
  if (raw.trim() === '' || !Number.isFinite(days) || days < 0 || days > LAST) return numberText(raw)
  return new Date((from1904 ? DAY_0_OF_1904 : DAY_0) + days * DAY).toISOString().slice(0, 10)
}
