import { LINK_KINDS, type Link, type LinkKind, type LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'
import { groupedBy } from './grouped-by.ts'

/** The links of a board, found by kind and end without a search: made once for each plan. */
export interface LinksByEnd {
  from<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
  to<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
}

export function linksByEnd(links: Iterable<Link>): LinksByEnd {
  const byKind = groupedBy(links, (link) => [link.kind])
  const starting = indexed(byKind, (link) => [link.from])
  const ending = indexed(byKind, (link) => [link.to])
  const found =
    (index: Index) =>
    <K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[] =>
      // The index of a kind holds links of that kind alone.
      (index[kind].get(card) ?? NONE) as LinkOf<K>[]
  return { from: found(starting), to: found(ending) }
}

type Index = Readonly<Record<LinkKind, ReadonlyMap<CardId, readonly Link[]>>>

const NONE: readonly Link[] = []

const indexed = (
  byKind: ReadonlyMap<LinkKind, readonly Link[]>,
  endsOf: (link: Link) => readonly CardId[],
): Index =>
  Object.fromEntries(LINK_KINDS.map((kind) => [kind, groupedBy(byKind.get(kind) ?? [], endsOf)])) as Record<
    LinkKind,
    Map<CardId, Link[]>
  >
