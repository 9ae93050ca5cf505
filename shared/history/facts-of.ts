import type { BoardChange, Change } from '../board/changes.ts'
import { FIELDS, isFrame, type Card } from '../board/card.ts'
import type { CardId, LinkId } from '../ids.ts'
import { commentFacts } from './comment-facts.ts'
import type { Fact, Headed, Name } from './fact.ts'
import { linkFacts } from './link-facts.ts'

/** How many cards a sentence may name; the rest is counted. */
const NAMED = 6
/** From so many new cards and links on in one step, they are told as one thing. */
const MANY = 10

/**
 * What one record did, in facts; none when nothing that a person could see changed. Pure: the change, who wrote it
 * ('server' or a participant), and how cards that it does not touch are called.
 */
export function factsOf(change: BoardChange, actor: string, cardNow: (id: CardId) => Card | null): Fact[] {
  const { cards, links, comments, wentBack, agreement } = change
  const everything = { cards: cards.map(idOf), links: links.map(idOf) }
  if (wentBack) {
    const whole = wentBack.card === null
    const subject = wentBack.card === null ? null : cardNow(wentBack.card)
    return [
      { kind: 'wentBack', to: wentBack.to, whole, ...everything, names: subject ? [nameOf(subject)] : [] },
    ]
  }
  if (agreement) {
    const about = 'party' in agreement ? [agreement.party.card] : []
    return [{ kind: 'agreement', mark: agreement, cards: about, links: [] }]
  }
  const heads = headFacts(change)
  const added = cards.filter((one) => !one.before && one.after)
  const linked = links.filter((one) => !one.before && one.after)
  const isMany = added.length > 0 && added.length + linked.length >= MANY
  const imported: Fact[] = isMany
    ? [{ kind: 'imported', cards: added.map(idOf), links: linked.map(idOf), names: namesOf(added) }]
    : []
  if (actor === 'server') {
    const fixed = imported.length > 0 ? { cards: [], links: [] } : everything
    const hasFixed = fixed.cards.length + fixed.links.length > 0
    return [...heads, ...imported, ...(hasFixed ? [{ kind: 'repaired' as const, ...fixed }] : [])]
  }
  const fresh = isMany ? [] : added.map((one): Fact => ({ kind: 'added', ...about([one]) }))
  const merges = mergeFacts(change, cardNow)
  const told = new Set<LinkId>([...(isMany ? linked.map(idOf) : []), ...merges.flatMap((fact) => fact.links)])
  return [
    ...heads,
    ...imported,
    ...fresh,
    ...cardFacts(change, cardNow),
    ...merges,
    ...linkFacts(
      links.filter(({ id }) => !told.has(id)),
      cardNow,
    ),
    ...commentFacts(comments, cardNow),
  ]
}

function headFacts({ header }: BoardChange): Fact[] {
  if (!header) return []
  const { before, after } = header
  if (before.title === '' && before.programme === '')
    return after.title === '' && after.programme === ''
      ? []
      : [{ kind: 'opened', title: after.title, cards: [], links: [] }]
  return (['title', 'programme', 'city'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field): Headed => ({
      kind: 'header',
      field,
      before: before[field],
      after: after[field],
      cards: [],
      links: [],
    }))
}

/** What happened to cards that were there before. */
function cardFacts({ cards }: BoardChange, cardNow: (id: CardId) => Card | null): Fact[] {
  const both = cards.filter(isBoth)
  const ofCards = (
    kind: 'removed' | 'restored' | 'deleted' | 'ungrouped',
    some: readonly Change<CardId, Card>[],
  ): Fact[] => (some.length === 0 ? [] : [{ kind, ...about(some) }])
  const grouped = groupFacts(both, cardNow)
  const inFrame = new Set(grouped.flatMap((fact) => fact.cards))
  const isResized = ({ before, after }: Both): boolean => !same(before.size, after.size)
  const resized = grouped.length > 0 ? [] : both.filter(isResized)
  const moved = both.filter(
    (one) => !same(one.before.at, one.after.at) && !inFrame.has(one.id) && !isResized(one),
  )
  return [
    ...ofCards(
      'deleted',
      cards.filter((one) => !one.after && one.before),
    ),
    ...ofCards(
      'removed',
      both.filter(({ before, after }) => !before.deleted && after.deleted),
    ),
    ...ofCards(
      'restored',
      both.filter(({ before, after }) => before.deleted && !after.deleted),
    ),
    ...both.flatMap(wordFacts),
    ...grouped,
    ...ofCards(
      'ungrouped',
      both.filter(({ before, after }) => groupOf(before) !== null && groupOf(after) === null),
    ),
    ...resized.map((one): Fact => ({ kind: 'resized', ...about([one]) })),
    ...(moved.length > 0 ? [{ kind: 'moved' as const, ...about(framesFirst(moved)) }] : []),
    ...fieldFacts(both),
  ]
}

function wordFacts(one: Both): Fact[] {
  const { before, after } = one
  return [
    ...(before.title === after.title
      ? []
      : [{ kind: 'retitled' as const, ...about([one]), before: before.title, after: after.title }]),
    ...(before.body === after.body ? [] : [{ kind: 'described' as const, ...about([one]) }]),
  ]
}

function groupFacts(both: readonly Both[], cardNow: (id: CardId) => Card | null) {
  const changed = both.filter(
    ({ before, after }) => groupOf(after) !== null && groupOf(after) !== groupOf(before),
  )
  return byTarget(changed, groupOf).map(([into, some]) => ({
    kind: 'grouped' as const,
    ...about(some),
    into: nameOf(cardNow(into), 'intervention'),
  }))
}

/** Needs that were merged or stand alone again; the links that a merge makes are told with it. */
function mergeFacts({ cards, links }: BoardChange, cardNow: (id: CardId) => Card | null): Fact[] {
  const both = cards.filter(isBoth)
  const merged = both.filter(
    ({ before, after }) => mergeOf(after) !== null && mergeOf(after) !== mergeOf(before),
  )
  const alone = both.filter(({ before, after }) => mergeOf(before) !== null && mergeOf(after) === null)
  return [
    ...byTarget(merged, mergeOf).map(([into, some]): Fact => ({
      kind: 'merged',
      ...about(some),
      links: links
        .filter(({ before, after }) => !before && after?.kind === 'answers' && after.to === into)
        .map(idOf),
      into: nameOf(cardNow(into), 'need'),
    })),
    ...(alone.length > 0 ? [{ kind: 'unmerged' as const, ...about(alone) }] : []),
  ]
}

/** Told by facts of their own, or not at all. */
const NOT_A_FIELD = new Set(['intervention', 'mergedInto', 'inferred'])

function fieldFacts(both: readonly Both[]): Fact[] {
  const changed = both.flatMap((one) => {
    const [before, after] = [valuesOf(one.before), valuesOf(one.after)]
    const fields = Object.keys(FIELDS[one.after.kind]).filter((field) => !NOT_A_FIELD.has(field))
    return fields
      .filter((field) => !same(before[field], after[field]))
      .map((field): Fact => ({
        kind: 'changed',
        ...about([one]),
        field,
        before: before[field] ?? null,
        after: after[field] ?? null,
      }))
  })
  if (changed.length <= MANY) return changed
  const touched = new Set(changed.flatMap(({ cards }) => cards))
  const some = both.filter(({ id }) => touched.has(id))
  return [{ kind: 'changed', ...about(some), field: null, before: null, after: null }]
}

interface Both extends Change<CardId, Card> {
  readonly before: Card
  readonly after: Card
}
const isBoth = (one: Change<CardId, Card>): one is Both => one.before !== null && one.after !== null

export const nameOf = (card: Card | null, kind: Name['kind'] = 'note'): Name =>
  card ? { kind: card.kind, title: card.title } : { kind, title: '' }

const namesOf = (some: readonly Change<CardId, Card>[]): Name[] =>
  some.slice(0, NAMED).map(({ before, after }) => nameOf(after ?? before))

const about = (some: readonly Change<CardId, Card>[]) => ({
  cards: some.map(idOf),
  links: [] as readonly LinkId[],
  names: namesOf(some),
})

const framesFirst = (some: readonly Both[]): Both[] => [
  ...some.filter(({ after }) => isFrame(after)),
  ...some.filter(({ after }) => !isFrame(after)),
]

function byTarget(some: readonly Both[], target: (card: Card) => CardId | null): [CardId, Both[]][] {
  const groups = new Map<CardId, Both[]>()
  for (const one of some) {
    const into = target(one.after)
    if (into !== null) groups.set(into, [...(groups.get(into) ?? []), one])
  }
  return [...groups]
}

const groupOf = (card: Card): CardId | null =>
  card.kind === 'action' && card.intervention !== undefined ? (card.intervention as CardId) : null
const mergeOf = (card: Card): CardId | null =>
  card.kind === 'need' && card.mergedInto !== undefined ? (card.mergedInto as CardId) : null
const valuesOf = (card: Card): Readonly<Record<string, unknown>> => card as unknown as Record<string, unknown>
const idOf = <Id>({ id }: { readonly id: Id }): Id => id
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
