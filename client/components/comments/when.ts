import { m } from '../../paraglide/messages.js'
import { shortMoment } from '../history/moments.ts'

const MINUTE = 60_000

/** "adesso", "12 min fa", "3 ore fa", or the day and time: when something was said, for who reads it at `nowMs`. */
export function agoWords(at: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(at)) / MINUTE)
  if (Number.isNaN(minutes) || minutes < 1) return m.comment_now()
  if (minutes < 60) return m.comment_minutes({ count: minutes })
  return minutes < 12 * 60 ? m.comment_hours({ count: Math.floor(minutes / 60) }) : shortMoment(at)
}
