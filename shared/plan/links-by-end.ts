import type { Link, LinkKind, LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'
import { groupedBy } from './grouped-by.ts'

/** The links of a board, found by kind and end without a search: made once for each plan. */
export interface LinksByEnd {
  from<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
  to<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
}

export function linksByEnd(links: Iterable<Link>): LinksByEnd {
  const all = [...links]
  const starting = groupedBy(all, (link) => [`${link.kind} ${link.from}`])
  const ending = groupedBy(all, (link) => [`${link.kind} ${link.to}`])
  const found =
    (index: ReadonlyMap<string, Link[]>) =>
    <K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[] =>
      // The key holds the kind, so every link found is of it.
      (index.get(`${kind} ${card}`) ?? NONE) as LinkOf<K>[]
  return { from: found(starting), to: found(ending) }
}

const NONE: readonly Link[] = []
