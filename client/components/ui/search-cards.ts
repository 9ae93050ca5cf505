import type { Card } from '../../../shared/board/card.ts'

/** Letters as people search for them: without case, accents and typographic apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’‘`]/g, "'")
    .toLowerCase()

/** Without what people put between the parts of a code: `NA 3.2.2.c` is found by `na322c`. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** One card as the search sees it: its title, and the other words by which it may be known. */
export interface Searchable {
  readonly title: string
  readonly others: string
}

/**
 * What a card can be found by: its title, then its kind's name and the people behind it (given), codes, body, places,
 * target groups.
 */
export function searchable(card: Card, kind: string, people = ''): Searchable {
  const codes = [
    'operationCode' in card ? card.operationCode : undefined,
    'cup' in card ? card.cup : undefined,
    'taxCode' in card ? card.taxCode : undefined,
    'runts' in card ? card.runts : undefined,
    'axis' in card ? card.axis : undefined,
    'source' in card ? card.source : undefined,
  ]
  const tags = [
    ...(('places' in card && card.places) || []),
    ...(('targetGroups' in card && card.targetGroups) || []),
  ]
  const others = [kind, people, ...codes, ...tags, card.body].filter((word) => word !== undefined)
  return { title: folded(card.title), others: folded(others.join('\n')) }
}

/**
 * How well something answers a search, 0 when it does not: every word of the query must be found. Titles that begin with
 * the query come first, then words of the title that begin so, then anything inside the title, then the other words.
 */
export function answers(query: string, { title, others }: Searchable): number {
  const wanted = folded(query.trim())
  if (wanted === '') return 1
  const words = wanted.split(/\s+/)
  const code = bare(wanted)
  const found = words.every((word) => title.includes(word) || others.includes(word))
  if (!found) return code.length > 2 && /\d/.test(code) && bare(title + others).includes(code) ? 2 : 0
  if (title.startsWith(wanted)) return 5
  const begins = title.split(/[^\p{L}\p{N}]+/u)
  if (words.every((word) => begins.some((begin) => begin.startsWith(word)))) return 4
  if (words.every((word) => title.includes(word))) return 3
  return 2
}

/** The things that answer a query, best first, in their own order where they answer equally well. */
export function ranked<T>(query: string, things: readonly T[], read: (thing: T) => Searchable): T[] {
  return things
    .map((thing, at) => ({ thing, at, score: answers(query, read(thing)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ thing }) => thing)
}
