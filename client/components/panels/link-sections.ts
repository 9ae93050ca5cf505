import type { Card, Kind } from '../../../shared/board/card.ts'
import { ENDS, type Link, type LinkKind } from '../../../shared/board/link.ts'
import type { CardId } from '../../../shared/ids.ts'
import { m } from '../../paraglide/messages.js'

/** One group of links of a card's panel: what kind, and at which end of it the card stands. */
export interface LinkSection {
  readonly link: LinkKind
  /** `from`: the card is the first end; `either`: direction means nothing to people. */
  readonly end: 'from' | 'to' | 'either'
  readonly title: string
  readonly add: string
  /** In view even while it is empty: what this kind of card is there for. */
  readonly main: boolean
}

/** The groups of a kind of card, in the order of reading: from the need to the money, a plain line last. */
export function linkSections(kind: Kind): LinkSection[] {
  const relates = aside('relates', 'either', m.section_relates)
  switch (kind) {
    case 'action':
      return [
        section('answers', 'from', m.section_answers),
        section('programmedUnder', 'from', m.section_programmed_under),
        section('finances', 'to', m.section_financed_by, m.section_add),
        aside('enables', 'from', m.section_enables),
        aside('enables', 'to', m.section_enabled_by),
        aside('commits', 'to', m.section_partners, m.section_add),
        aside('complements', 'either', m.section_complements),
        relates,
      ]
    case 'need':
      return [section('answers', 'to', m.section_answered_by), relates]
    case 'axis':
      return [section('programmedUnder', 'to', m.section_actions_under), relates]
    case 'fund':
      return [section('finances', 'from', m.section_finances, m.section_add), relates]
    case 'partner':
      return [section('commits', 'from', m.section_commits, m.section_add), relates]
    case 'context':
      return [section('complements', 'either', m.section_complements), relates]
    case 'note':
    case 'intervention':
    case 'zone':
      return [relates]
  }
}

const section = (
  link: LinkKind,
  end: LinkSection['end'],
  title: () => string,
  add: () => string = m.section_link_to,
): LinkSection => ({ link, end, title: title(), add: add(), main: true })

const aside: typeof section = (...given) => ({ ...section(...given), main: false })

/** The kinds that can stand at the other end, which are also those that can be made there. */
export function otherKinds({ link, end }: LinkSection, own: Kind): readonly Kind[] {
  const ends = ENDS[link]
  if (ends === null) return []
  if (end === 'from') return ends.to
  if (end === 'to') return ends.from
  return [
    ...new Set([...(ends.from.includes(own) ? ends.to : []), ...(ends.to.includes(own) ? ends.from : [])]),
  ]
}

/** Which way a new link of the group runs between the card and another one. */
export function directed({ link, end }: LinkSection, own: Card, other: Card): { from: CardId; to: CardId } {
  const ends = ENDS[link]
  const first = end === 'from' || (end === 'either' && (ends === null || ends.from.includes(own.kind)))
  return first ? { from: own.id, to: other.id } : { from: other.id, to: own.id }
}

/** The links of a group, of those that touch the card. */
export const linksIn = ({ link, end }: LinkSection, own: CardId, links: readonly Link[]): Link[] =>
  links.filter(
    (one) => one.kind === link && (end === 'either' || (end === 'from' ? one.from : one.to) === own),
  )
