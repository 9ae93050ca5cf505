/**
 * Money as whole euro cents in a plain number. Numbers are exact up to 2^53, that is 90 trillion euros, so sums
 * of real programmes never round. Floats of euros are never used.
 */
export type Cents = number

/** The largest amount a card or a link may carry: 100 billion euros. */
export const MAX_CENTS: Cents = 10_000_000_000_000

export const isCents = (value: unknown): value is Cents =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_CENTS

export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

/** `302951950` → `"3029519.50"`: the decimal string of `plan.json` and of the CSV exports. */
export function decimalOf(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `302951950` → `"3.029.519,50 €"` with a no-break space before the sign, as Italian administrations print it. */
export const euro = (cents: Cents): string => `${italianDecimal(cents)}\u00a0€`

/** `302951950` → `"3.029.519,50"`. Written by hand because `Intl` leaves out the dot at four digits. */
export function italianDecimal(cents: Cents): string {
  const [whole = '0', decimals = '00'] = decimalOf(Math.abs(cents)).split('.')
  return `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`
}

export type MoneyReading =
  | { readonly ok: true; readonly cents: Cents }
  | {
      readonly ok: false
      readonly reason: 'empty' | 'notANumber' | 'ambiguous' | 'tooManyDecimals' | 'negative' | 'outOfRange'
    }

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:miliardi|miliardo|mld|billions?|bn)\.?$/i, 1_000_000_000],
  [/\s*(?:milioni|milione|mln|m|millions?|mio)\.?$/i, 1_000_000],
  [/\s*(?:mila|k|thousand)\.?$/i, 1_000],
]

/**
 * Reads an amount as people write it: `1112332`, `1.112.332,00`, `€ 1.112.332`, `4 M€`, `0,95 M€`, `600 mila`,
 * `1,2 mln`. In Italian a dot before three digits groups thousands, so `1.200` is 1200 euros; what mixes both
 * conventions (`1,200.00`) is ambiguous and is asked back rather than guessed. Nothing on a table costs or gives less than
 * nothing: a sum below zero is a slip of the hand or of a spreadsheet, and would be subtracted from totals unseen.
 */
export function readMoney(text: string): MoneyReading {
  let rest = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/€|eur[oi]?\b/gi, '')
    .trim()
  if (rest === '') return { ok: false, reason: 'empty' }
  let scale = 1
  for (const [pattern, factor] of SCALES) {
    if (pattern.test(rest)) {
      scale = factor
      rest = rest.replace(pattern, '')
      break
    }
  }
  const isNegative = /^[-−–]/.test(rest)
  rest = rest.replace(/^[-−–+]/, '').replace(/[ '’]/g, '')
  if (!/^[\d.,]+$/.test(rest) || !/\d/.test(rest)) return { ok: false, reason: 'notANumber' }
  const plain = plainDecimal(rest)
  if (plain === null) return { ok: false, reason: 'ambiguous' }
  const [whole = '', decimals = ''] = plain.split('.')
  const scaled = shift(whole, decimals, Math.log10(scale) + 2)
  if (scaled === null) return { ok: false, reason: 'tooManyDecimals' }
  const cents = Number(scaled)
  if (isNegative && cents > 0) return { ok: false, reason: 'negative' }
  return isCents(cents) ? { ok: true, cents } : { ok: false, reason: 'outOfRange' }
}

/** The number with a decimal point, or null where two readings are possible. */
function plainDecimal(text: string): string | null {
  if (/^\d+$/.test(text)) return text
  if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) return text.replace(/\./g, '').replace(',', '.')
  if (/^\d*,\d*$/.test(text)) return text.replace(',', '.')
  if (/^\d*\.\d{1,2}$/.test(text)) return text
  return null
}

/** Moves the decimal point to the right by string, so that no float is involved; null if digits would be lost. */
function shift(whole: string, decimals: string, places: number): string | null {
  const significant = decimals.replace(/0+$/, '')
  if (significant.length > places) return null
  return whole + significant.padEnd(places, '0')
}
