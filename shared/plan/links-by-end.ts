import type { Link, LinkKind, LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'

/** The links of a board, found by kind and end without a search: made once for each plan. */
export interface LinksByEnd {
  from<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
  to<K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[]
}

export function linksByEnd(links: Iterable<Link>): LinksByEnd {
  const starting = new Map<string, Link[]>()
  const ending = new Map<string, Link[]>()
  for (const link of links) {
    add(starting, `${link.kind} ${link.from}`, link)
    add(ending, `${link.kind} ${link.to}`, link)
  }
  const found =
    (index: ReadonlyMap<string, Link[]>) =>
    <K extends LinkKind>(kind: K, card: CardId): readonly LinkOf<K>[] =>
      // The key holds the kind, so every link found is of it.
      (index.get(`${kind} ${card}`) ?? NONE) as LinkOf<K>[]
  return { from: found(starting), to: found(ending) }
}

const NONE: readonly Link[] = []

function add(index: Map<string, Link[]>, key: string, link: Link): void {
  const there = index.get(key)
  if (there) there.push(link)
  else index.set(key, [link])
}
