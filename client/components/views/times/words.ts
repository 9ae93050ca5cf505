import { dayOfMonth, type IsoDate } from '../../../../shared/dates.ts'
import { m } from '../../../paraglide/messages.js'
import { getLocale } from '../../../paraglide/runtime.js'
import type { Span } from './span.ts'

const format = (options: Intl.DateTimeFormatOptions) => (date: IsoDate) =>
  new Intl.DateTimeFormat(getLocale(), { ...options, timeZone: 'UTC' }).format(new Date(date))

/** `1 marzo 2018`, in the language of the page. */
export const dayWords = format({ dateStyle: 'long' })

/** `mar 2018`. */
export const monthWords = (month: number): string =>
  format({ month: 'short', year: 'numeric' })(dayOfMonth(month, 'first'))

/** `mar 2018 – giu 2020`; what is open says so. */
export function spanWords({ start, end }: Span): string {
  if (start === null && end === null) return m.times_no_dates()
  const month = format({ month: 'short', year: 'numeric' })
  return `${start === null ? '…' : month(start)} – ${end === null ? '…' : month(end)}`
}

/** The same for those who hear it, to the day. */
export const spanSaid = ({ start, end }: Span): string =>
  start === null && end === null
    ? m.times_no_dates()
    : m.times_span({
        start: start === null ? m.times_open() : dayWords(start),
        end: end === null ? m.times_open() : dayWords(end),
      })
