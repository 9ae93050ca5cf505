import type { CardDifference, Differences } from '../../history/differences.ts'
import { m } from '../../paraglide/messages.js'
import { changeWords, titleWords, type Speaker } from './difference-words.ts'

const NAMED = 3

/** What restoring the whole table will do, a sentence a line, the heaviest first; empty when nothing differs. */
export function restoreWords({ cards, links, header }: Differences): string[] {
  const lines: string[] = []
  const tell = (
    what: CardDifference['what'],
    words: (given: { count: number; titles: string }) => string,
  ): void => {
    const some = cards.filter((one) => one.what === what)
    if (some.length > 0) lines.push(words({ count: some.length, titles: named(some) }))
  }
  tell('added', m.restore_added)
  tell('changed', m.restore_changed)
  tell('gone', m.restore_gone)
  tell('moved', m.restore_moved)
  const count = (what: 'gone' | 'added' | 'changed'): number =>
    links.filter((one) => one.what === what).length
  if (count('added') > 0) lines.push(m.restore_links_added({ count: count('added') }))
  if (count('changed') > 0) lines.push(m.restore_links_changed({ count: count('changed') }))
  if (count('gone') > 0) lines.push(m.restore_links_gone({ count: count('gone') }))
  if (header.length > 0) lines.push(m.restore_header())
  return lines
}

/** What restoring one card will do to it. */
export function restoreCardWords({ cards: [card], links }: Differences, speaker: Speaker): string[] {
  const lines: string[] = []
  if (card?.what === 'gone') lines.push(m.restore_comes_back())
  if (card?.what === 'changed') {
    for (const change of card.changes) {
      const { field, then, now } = changeWords(change, speaker)
      lines.push(m.restore_field({ field, then, now }))
    }
  }
  if (card?.what === 'moved') lines.push(m.restore_place())
  return [...lines, ...restoreWords({ cards: [], links, header: [] })]
}

/** The first titles, and how many more. */
function named(cards: readonly CardDifference[]): string {
  const titles = cards.slice(0, NAMED).map(({ card }) => `«${titleWords(card)}»`)
  const more = cards.length - titles.length
  return more > 0 ? `${titles.join(', ')} ${m.restore_and_more({ count: more })}` : titles.join(', ')
}
