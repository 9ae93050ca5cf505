import type { Change } from '../board/changes.ts'
import type { Card } from '../board/card.ts'
import { LINK_FIELDS, type Link } from '../board/link.ts'
import type { CardId, LinkId } from '../ids.ts'
import type { Fact, Name } from './fact.ts'

/** From so many links of one sort on in one step, they are counted and not named. */
const MANY = 6

/** What happened to links: made, taken away, their money or their words changed. */
export function linkFacts(
  links: readonly Change<LinkId, Link>[],
  cardNow: (id: CardId) => Card | null,
): Fact[] {
  const endsOf = ({ from, to }: Link): [Name, Name] => [named(cardNow(from)), named(cardNow(to))]
  const made = links.flatMap(({ before, after }) => (!before && after ? after : []))
  const gone = links.flatMap(({ before, after }) => (before && !after ? before : []))
  const kept = links.flatMap(({ before, after }) => (before && after ? { before, after } : []))
  return [
    ...together('linked', made, (link) =>
      link.kind === 'finances' && link.cents !== undefined
        ? { kind: 'financed', ...about([link]), ends: endsOf(link), before: null, after: link.cents }
        : { kind: 'linked', ...about([link]), link: link.kind, ends: endsOf(link) },
    ),
    ...together('unlinked', gone, (link) => ({
      kind: 'unlinked',
      ...about([link]),
      link: link.kind,
      ends: endsOf(link),
    })),
    ...kept.flatMap(({ before, after }) => changesOf(before, after, endsOf(after))),
  ]
}

function together(kind: 'linked' | 'unlinked', links: readonly Link[], tell: (link: Link) => Fact): Fact[] {
  return links.length < MANY ? links.map(tell) : [{ kind, ...about(links), link: null, ends: null }]
}

function changesOf(before: Link, after: Link, ends: [Name, Name]): Fact[] {
  const [old, now] = [before, after] as unknown as [Values, Values]
  const fields = ['kind', 'from', 'to', ...Object.keys(LINK_FIELDS[after.kind])]
  return fields
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field): Fact =>
      after.kind === 'finances' && before.kind === 'finances' && field === 'cents'
        ? {
            kind: 'financed',
            ...about([after]),
            ends,
            before: before.cents ?? null,
            after: after.cents ?? null,
          }
        : {
            kind: 'relinked',
            ...about([after]),
            link: after.kind,
            ends,
            field,
            before: old[field] ?? null,
            after: now[field] ?? null,
          },
    )
}

type Values = Readonly<Record<string, unknown>>

const named = (card: Card | null): Name =>
  card ? { kind: card.kind, title: card.title } : { kind: 'note', title: '' }

const about = (links: readonly Link[]) => ({
  links: links.map(({ id }) => id),
  cards: [...new Set(links.flatMap(({ from, to }) => [from, to]))],
})
