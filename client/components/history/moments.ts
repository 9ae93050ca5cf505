import { getLocale } from '../../paraglide/runtime.js'
import { m } from '../../paraglide/messages.js'

/** "10:42", in the reader's own time. */
export const timeOf = (at: string): string => format(at, { hour: '2-digit', minute: '2-digit' })

/** "giovedì 5 marzo 2026, 10:42" */
export const momentWords = (at: string): string =>
  `${format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${timeOf(at)}`

/** "il 05/03/2026 alle 10:42", to stand in a sentence. */
export const inSentence = (at: string): string =>
  getLocale() === 'it' ? `il ${format(at, DAY)} alle ${timeOf(at)}` : `${format(at, DAY)} at ${timeOf(at)}`

/** "05/03/2026" */
export const dayOf = (at: string): string => format(at, DAY)

/** "5/3, 10:42": for a narrow line. */
export const shortMoment = (at: string): string =>
  format(at, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** "Oggi", "Ieri", or the day in words; `day` as `2026-03-05`. */
export function dayWords(day: string, now = new Date()): string {
  const own = (date: Date): string => date.toLocaleDateString('sv-SE')
  if (day === own(now)) return m.story_today()
  if (day === own(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return m.story_yesterday()
  return new Intl.DateTimeFormat(getLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00`))
}

const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const

const format = (at: string, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(at)
  // English as it is written in Europe: the day first, as in Italian.
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale()
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(date)
}
