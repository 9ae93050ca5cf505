/** The items under each of their keys, in the order in which they come. */
export function groupedBy<T, K>(items: Iterable<T>, keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const there = groups.get(key)
      if (there) there.push(item)
      else groups.set(key, [item])
    }
  return groups
}
