import { italianDate } from '../dates.ts'
import type { Sentence } from './finding.ts'

/** How findings name cards, lists and days, in the two languages. */

/** `«Servizi di prossimità»`, `“Servizi di prossimità”`; a card without a title says so. */
export const quoted = ({ title }: { readonly title: string }): Sentence => {
  const name = title.trim()
  return name === '' ? { it: 'una scheda senza titolo', en: 'an untitled card' } : quotedWord(name)
}

export const quotedWord = (word: string): Sentence => ({ it: `«${word}»`, en: `“${word}”` })

/** The cards by title: `«A», «B» e «C»`; beyond five the rest is counted, because a sentence must stay one. */
export const namesOf = (cards: readonly { readonly title: string }[]): Sentence => {
  const named = cards.slice(0, SHOWN).map(quoted)
  const rest = cards.length - named.length
  return listed(rest > 0 ? [...named, { it: `altre ${rest}`, en: `${rest} more` }] : named)
}

export const listed = (parts: readonly Sentence[]): Sentence => ({
  it: joined(
    parts.map((part) => part.it),
    'e',
  ),
  en: joined(
    parts.map((part) => part.en),
    'and',
  ),
})

/** An ISO date as each language writes it: `05/03/2026`, `2026-03-05`. */
export const dayOf = (date: string): Sentence => ({ it: italianDate(date), en: date })

const SHOWN = 5

function joined(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`
}
