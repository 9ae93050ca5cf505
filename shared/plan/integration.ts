import type { Sentence } from './finding.ts'

/** How many axes an intervention joins, as the badge on its frame says it: "Tripla 1·3·4". */
export interface Integration {
  readonly count: number
  readonly word: Sentence
}

/**
 * "Integrazione tra Assi (anche triplice)" (slides, model of management). Takes axis codes in any order, repeated or not.
 */
export function integrationOf(axes: readonly string[]): Integration {
  const codes = sortedCodes(axes)
  const [it, en] = NAMES[codes.length] ?? [`${codes.length} assi`, `${codes.length} axes`]
  const list = codes.length > 0 ? ` ${codes.join('·')}` : ''
  return { count: codes.length, word: { it: it + list, en: en + list } }
}

const NAMES: readonly (readonly [string, string])[] = [
  ['Nessun asse', 'No axis'],
  ['Singola', 'Single'],
  ['Doppia', 'Double'],
  ['Tripla', 'Triple'],
  ['Quadrupla', 'Quadruple'],
]

/** Axis codes, each once: numbers in their order, then the others (`AT`). */
export const sortedCodes = (codes: Iterable<string>): string[] => [...new Set(codes)].sort(byCode)

function byCode(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)]
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right
  if (Number.isNaN(left) !== Number.isNaN(right)) return Number.isNaN(left) ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}
