/** A calendar date as it is stored: `2026-03-05`. */
export type IsoDate = string

export type DateReading =
  | { readonly ok: true; readonly date: IsoDate }
  | { readonly ok: false; readonly reason: 'empty' | 'notADate' | 'noSuchDay' }

/** Which day a month alone stands for: a start is its first day, an end its last. */
export type MonthEdge = 'first' | 'last'

/**
 * Reads a date as people in Italy write it, day first: `05/03/2026`, `5/3/26`, `05-03-2026`, `5.3.2026`,
 * `5 marzo 2026`, `5 mar 26`, `05032026`, and ISO `2026-03-05`. A month alone (`3/2026`, `marzo 2026`) or a year alone
 * (`2026`) is read as its first or last day, as `edge` says. A year of two digits is of this century: programmes are.
 */
export function readDate(text: string, edge: MonthEdge = 'first'): DateReading {
  const plain = text.trim().toLowerCase().replace(/[°º]/g, '').replace(/\s+/g, ' ')
  if (plain === '') return { ok: false, reason: 'empty' }
  for (const read of [isoDate, dayFirst, monthOnly, yearOnly]) {
    const parts = read(plain, edge)
    if (parts) return dated(parts)
  }
  return { ok: false, reason: 'notADate' }
}

/** `2026-03-05` → `05/03/2026`; what is no date is given back as it is. */
export const italianDate = (date: IsoDate): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

interface Parts {
  readonly year: string
  readonly month: number
  readonly day: number
}

type Read = (text: string, edge: MonthEdge) => Parts | null

const isoDate: Read = (text) => {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  return match && { year: match[1] ?? '', month: Number(match[2]), day: Number(match[3]) }
}

const dayFirst: Read = (text) => {
  const match =
    /^(\d{1,2})[\s/.,-]+(\d{1,2}|[a-zà-ù]+)\.?[\s/.,-]+(\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  const month = monthNamed(match?.[2])
  return match && month !== null ? { year: match[3] ?? '', month, day: Number(match[1]) } : null
}

const monthOnly: Read = (text, edge) => {
  const match = /^(\d{1,2}|[a-zà-ù]+)\.?[\s/.-]+(\d{4}|\d{2})$/.exec(text)
  const month = monthNamed(match?.[1])
  if (!match || month === null) return null
  const year = match[2] ?? ''
  return { year, month, day: edge === 'first' ? 1 : daysIn(fullYear(year), month) }
}

const yearOnly: Read = (text, edge) =>
  /^\d{4}$/.test(text)
    ? edge === 'first'
      ? { year: text, month: 1, day: 1 }
      : { year: text, month: 12, day: 31 }
    : null

const ITALIAN =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'
const ENGLISH = 'january february march april may june july august september october november december'

/** The number of a month given in figures or by name, Italian or English, from three letters on. */
function monthNamed(word: string | undefined): number | null {
  if (word === undefined) return null
  if (/^\d+$/.test(word)) return Number(word)
  if (word.length < 3) return null
  for (const names of [ITALIAN, ENGLISH]) {
    const at = names.split(' ').findIndex((name) => name.startsWith(word))
    if (at >= 0) return at + 1
  }
  return null
}

function dated({ year, month, day }: Parts): DateReading {
  const full = fullYear(year)
  if (full < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(full, month))
    return { ok: false, reason: 'noSuchDay' }
  return { ok: true, date: `${full}-${twoDigits(month)}-${twoDigits(day)}` }
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year)

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The day before the first of the next month. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The number of a date's month, counted from year 0: January 2026 is 24312. Months are added and compared as numbers. */
export const monthOf = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** The first or the last day of a month by its number. */
export function dayOfMonth(month: number, edge: MonthEdge): IsoDate {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1]
  return isoOf(year, of, edge === 'first' ? 1 : daysIn(year, of))
}

/** The same day some months later or earlier; the last day of a month stays the last, and no month is passed over. */
export function shiftMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number)
  const last = day === daysIn(year ?? 0, month ?? 1)
  const to = monthOf(date) + months
  const most = daysIn(Math.floor(to / 12), (to % 12) + 1)
  return isoOf(Math.floor(to / 12), (to % 12) + 1, last ? most : Math.min(day ?? 1, most))
}

const isoOf = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
