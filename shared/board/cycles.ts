import type { CardId, LinkId } from '../ids.ts'
import type { Link } from './link.ts'

/**
 * The `enables` links that must go so that none closes a circle. Links are taken in the order of their ids and one
 * that would close a circle is refused: the answer depends on the links alone, so every replica gives the same.
 */
export function brokenCycles(links: readonly Link[]): LinkId[] {
  const next = new Map<CardId, CardId[]>()
  const broken: LinkId[] = []
  for (const link of links.filter((one) => one.kind === 'enables').sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (reaches(next, link.to, link.from)) broken.push(link.id)
    else next.set(link.from, [...(next.get(link.from) ?? []), link.to])
  }
  return broken
}

/** Whether a way along `next` leads from one card to the other. */
export function reaches(next: ReadonlyMap<CardId, readonly CardId[]>, from: CardId, to: CardId): boolean {
  const seen = new Set<CardId>()
  const waiting = [from]
  for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) {
    if (card === to) return true
    if (seen.has(card)) continue
    seen.add(card)
    waiting.push(...(next.get(card) ?? []))
  }
  return false
}
