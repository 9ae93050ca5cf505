import { FUND_SOURCES } from '../board/card.ts'
import { isLinkKind } from '../board/link.ts'
import { euro, isCents, type Cents } from '../money.ts'
import type { Sentence } from '../plan/finding.ts'
import { dayOf, listed } from '../plan/wording.ts'
import { EVERYDAY_NAMES } from '../programme/fund-name.ts'
import { CHOICES, clipped, LINKS, quotedText } from './words.ts'

/** A stored value as a sentence says it; null for one that is not there. */
export function valueWords(field: string, value: unknown): Sentence | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? { it: 'sì', en: 'yes' } : { it: 'no', en: 'no' }
  if (typeof value === 'number') return numberWords(field, value)
  if (typeof value === 'string') return textWords(field, value)
  if (Array.isArray(value)) return value.length === 0 ? null : listWords(value)
  return yearsWords(value)
}

const plain = (text: string): Sentence => ({ it: text, en: text })

function numberWords(field: string, value: number): Sentence {
  if (/cents$/i.test(field) && isCents(value)) return plain(euro(value))
  if (field === 'euRate') return plain(`${Math.round(value * 10_000) / 100} %`)
  return { it: String(value).replace('.', ','), en: String(value) }
}

function textWords(field: string, value: string): Sentence {
  if (field === 'start' || field === 'end') return dayOf(value)
  const source = field === 'fund' && FUND_SOURCES.find((one) => one === value)
  if (source) return EVERYDAY_NAMES[source]
  if (field === 'kind' && isLinkKind(value)) return quotedBoth(LINKS[value])
  const chosen = CHOOSES.has(field) && Object.hasOwn(CHOICES, value) ? CHOICES[value] : undefined
  return chosen ?? quotedText(value)
}

const CHOOSES = new Set(['nature', 'designLevel', 'partnerType', 'role', 'commitment', 'state'])

const quotedBoth = ({ it, en }: Sentence): Sentence => ({ it: `«${it}»`, en: `“${en}”` })

const SHOWN = 4

function listWords(items: readonly unknown[]): Sentence {
  const shown = items.slice(0, SHOWN).map((item) => quotedText(itemText(item)))
  const rest = items.length - shown.length
  return listed(rest > 0 ? [...shown, { it: `altri ${rest}`, en: `${rest} more` }] : shown)
}

/** A word, the label of an indicator, a declared total with its amount. */
function itemText(item: unknown): string {
  if (item === null || typeof item !== 'object') return String(item)
  const { label, cents } = item as { label?: unknown; cents?: unknown }
  const name = typeof label === 'string' ? clipped(label) : JSON.stringify(item)
  return isCents(cents) ? `${name}: ${euro(cents)}` : name
}

function yearsWords(value: object): Sentence | null {
  const years = Object.entries(value).filter((entry): entry is [string, Cents] => isCents(entry[1]))
  return years.length === 0 ? null : listed(years.map(([year, cents]) => plain(`${year} ${euro(cents)}`)))
}
