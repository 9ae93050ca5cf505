import type { Board } from '../../shared/board/board.ts'
import { FIELDS, isFrame, type Card } from '../../shared/board/card.ts'
import { LINK_FIELDS, type Link } from '../../shared/board/link.ts'
import { CARD } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'

/** One value of a record that was another then; undefined where there was, or is, none. */
export interface Change {
  readonly field: string
  readonly then: unknown
  readonly now: unknown
}

/** A card of which the moment and today tell different things. */
export type CardDifference =
  /** It was on the table and is not any more: in the trash, or never found again. */
  | { readonly what: 'gone'; readonly card: Card }
  /** It came to the table afterwards. */
  | { readonly what: 'added'; readonly card: Card }
  | { readonly what: 'changed'; readonly card: Card; readonly now: Card; readonly changes: readonly Change[] }
  /** Nothing but its place, or the size of its frame. */
  | { readonly what: 'moved'; readonly card: Card; readonly now: Card }

/** A link between cards that are on the table both then and today. */
export type LinkDifference =
  | { readonly what: 'gone' | 'added'; readonly link: Link }
  | { readonly what: 'changed'; readonly link: Link; readonly changes: readonly Change[] }

export interface Differences {
  readonly cards: readonly CardDifference[]
  readonly links: readonly LinkDifference[]
  /** Title, programme and city of the table. */
  readonly header: readonly Change[]
}

/**
 * What a board of then and the board of today tell differently, in the order in which it matters: cards that are gone,
 * cards that were added, changed, moved. Links of cards that came or went come and go with them and are not told apart.
 */
export function differencesOf(then: Board, now: Board): Differences {
  const gone: CardDifference[] = []
  const changed: CardDifference[] = []
  const moved: CardDifference[] = []
  for (const card of then.cards.values()) {
    const today = now.cards.get(card.id)
    if (!today) gone.push({ what: 'gone', card })
    else {
      const changes = changesOfCard(card, today)
      if (changes.length > 0) changed.push({ what: 'changed', card, now: today, changes })
      else if (hasMoved(card, today)) moved.push({ what: 'moved', card, now: today })
    }
  }
  const added = [...now.cards.values()]
    .filter(({ id }) => !then.cards.has(id))
    .map((card): CardDifference => ({ what: 'added', card }))
  return {
    cards: [...gone, ...added, ...changed, ...moved],
    links: linkDifferences(then, now),
    header: changesOf(['title', 'programme', 'city'], then.header, now.header),
  }
}

export const isSame = ({ cards, links, header }: Differences): boolean =>
  cards.length + links.length + header.length === 0

/** What restoring one card would touch: the card, and the links that it had or has. */
export function differencesOfCard(all: Differences, id: CardId): Differences {
  return {
    cards: all.cards.filter(({ card }) => card.id === id),
    links: all.links.filter(({ link }) => link.from === id || link.to === id),
    header: [],
  }
}

/** A link taken away and made again is the same to who reads: what counts is which cards it joins, and how. */
function linkDifferences(then: Board, now: Board): LinkDifference[] {
  const [before, after] = [byEnds(then), byEnds(now)]
  const stays = ({ from, to }: Link): boolean =>
    [from, to].every((end) => then.cards.has(end) && now.cards.has(end))
  const differences: LinkDifference[] = []
  for (const [key, link] of before) {
    const today = after.get(key)
    if (!stays(link)) continue
    const changes = today ? changesOf(Object.keys(LINK_FIELDS[link.kind]), link, today) : []
    if (!today) differences.push({ what: 'gone', link })
    else if (changes.length > 0) differences.push({ what: 'changed', link, changes })
  }
  for (const [key, link] of after)
    if (stays(link) && !before.has(key)) differences.push({ what: 'added', link })
  return differences
}

const byEnds = ({ links }: Board): Map<string, Link> =>
  new Map([...links.values()].map((link) => [`${link.from} ${link.kind} ${link.to}`, link]))

function changesOfCard(then: Card, now: Card): Change[] {
  const fields = new Set([...Object.keys(FIELDS[then.kind]), ...Object.keys(FIELDS[now.kind])])
  return changesOf([CARD.kind, CARD.title, CARD.body, ...fields], then, now)
}

const hasMoved = (then: Card, now: Card): boolean =>
  !same(then.at, now.at) || (isFrame(then) && !same(then.size, now.size))

function changesOf(fields: readonly string[], then: object, now: object): Change[] {
  const value = (record: object, field: string): unknown => (record as Record<string, unknown>)[field]
  return fields
    .map((field) => ({ field, then: value(then, field), now: value(now, field) }))
    .filter((change) => !same(change.then, change.now))
}

/** Values are plain JSON. An empty list says what no list says. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))
const plain = (value: unknown): unknown =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? null : value
