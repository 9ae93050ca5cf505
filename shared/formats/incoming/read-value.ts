import { LIMITS } from '../../board/schema.ts'
import { readDate, type MonthEdge } from '../../dates.ts'
import { readMoney } from '../../money.ts'
import { plainWord } from './plain-word.ts'
import type { TroubleCode } from './trouble.ts'

/** A text of a cell as the value of a field; `over` is what of it is not in the value. */
export type ValueReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: true; readonly value: unknown; readonly code: TroubleCode; readonly about: string }
  | { readonly ok: false; readonly code: TroubleCode; readonly about: string }
export type ReadValue = (text: string) => ValueReading

const read = (value: unknown): ValueReading => ({ ok: true, value })
const unread = (code: TroubleCode, about: string): ValueReading => ({ ok: false, code, about })

export const words: ReadValue = (text) =>
  text.length <= 2 * LIMITS.text ? read(text) : unread('tooLong', text)

export const money: ReadValue = (text) => {
  const amount = readMoney(text)
  if (amount.ok) return read(amount.cents)
  // Half cents come from a spreadsheet's own sums: 12,345 is shown as 12,35 there too.
  const rounded = amount.reason === 'tooManyDecimals' ? readMoney(roundedToCents(text)) : amount
  return rounded.ok ? read(rounded.cents) : unread(NO_AMOUNT[rounded.reason], text)
}

const NO_AMOUNT = {
  empty: 'notAnAmount',
  notANumber: 'notAnAmount',
  tooManyDecimals: 'notAnAmount',
  ambiguous: 'ambiguousAmount',
  negative: 'belowZero',
  outOfRange: 'amountTooHigh',
} as const

/** To the nearest cent, by figures: no amount becomes a float. */
function roundedToCents(text: string): string {
  const match = /^(-?)(\d+),(\d{2})(\d)\d*$/.exec(text.trim())
  if (!match) return text
  const [, sign = '', whole = '', cents = '', next = ''] = match
  const all = BigInt(whole + cents) + (Number(next) >= 5 ? 1n : 0n)
  const figures = String(all).padStart(3, '0')
  return `${sign}${figures.slice(0, -2)},${figures.slice(-2)}`
}

export const day =
  (edge: MonthEdge): ReadValue =>
  (text) => {
    const date = readDate(/^\d{8}$/.test(text) && /^(19|20)/.test(text) ? isoOf(text) : text, edge)
    return date.ok ? read(date.date) : unread('notADate', text)
  }

/** `20260305`, as open data writes it. */
const isoOf = (figures: string): string => `${figures.slice(0, 4)}-${figures.slice(4, 6)}-${figures.slice(6)}`

export const count: ReadValue = (text) => {
  const value = Number(text.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? read(value) : unread('notANumber', text)
}

/** `40%`, `40` and `0,4` are one share. */
export const share: ReadValue = (text) => {
  const value = Number(text.replace('%', '').trim().replace(',', '.'))
  const part = text.includes('%') || value > 1 ? Number((value / 100).toPrecision(12)) : value
  return text.trim() !== '' && part >= 0 && part <= 1 ? read(part) : unread('notAShare', text)
}

const YES = ['si', 's', 'x', 'yes', 'y', 'vero', 'true', '1']
const NO = ['no', 'n', 'falso', 'false', '0']
export const flag: ReadValue = (text) => {
  const word = plainWord(text)
  return YES.includes(word) ? read(true) : NO.includes(word) ? read(false) : unread('notAChoice', text)
}

/** Several values in one cell: one a line; or else parted by `;`, `:::` or `|`; or by commas when nothing else parts them. */
export const values: ReadValue = (text) => listed(partsOf(text))

export const partsOf = (text: string): string[] =>
  text.split([/\n/, /:::/, /[;|]/, /,/].find((sign) => sign.test(text)) ?? /\n/)

/** One a line and nothing else, as our own sheets have them. */
export const lines: ReadValue = (text) => listed(text.split('\n'))

function listed(parts: readonly string[]): ValueReading {
  const all = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
  const long = all.find((part) => part.length > 2 * LIMITS.text)
  if (long !== undefined) return unread('tooLong', long)
  const value = all.slice(0, LIMITS.listItems)
  return all.length <= LIMITS.listItems
    ? read(value)
    : { ok: true, value, code: 'tooManyValues', about: String(LIMITS.listItems) }
}

/** One of the values a field may have, by any of its names. */
export const choice =
  (names: Readonly<Record<string, readonly string[]>>): ReadValue =>
  (text) => {
    const value = choiceIn(names, text)
    return value === null ? unread('notAChoice', text) : read(value)
  }

export const choices =
  (names: Readonly<Record<string, readonly string[]>>): ReadValue =>
  (text) => {
    const parts = text.split(/\n|;|:::|\||,/).filter((part) => part.trim() !== '')
    const found = parts.map((part) => choiceIn(names, part))
    const at = found.indexOf(null)
    return at >= 0 ? unread('notAChoice', parts[at] ?? '') : read([...new Set(found)])
  }

export function choiceIn(names: Readonly<Record<string, readonly string[]>>, text: string): string | null {
  const word = plainWord(text)
  const found = Object.entries(names).find(
    ([value, own]) => plainWord(value) === word || own.some((name) => plainWord(name) === word),
  )
  return found?.[0] ?? null
}
