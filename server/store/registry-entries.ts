import { timingSafeEqual } from 'node:crypto'

/** The entry of an id, or null. Ids come from addresses: 'constructor' must not find what every object has. */
export const entry = <T>(entries: Readonly<Record<string, T>>, id: string): T | null =>
  Object.hasOwn(entries, id) ? (entries[id] ?? null) : null

export const without = <T>(
  entries: Readonly<Record<string, T>>,
  gone: (entry: NoInfer<T>) => boolean,
): Record<string, T> => Object.fromEntries(Object.entries(entries).filter(([, one]) => !gone(one)))

/**
 * The entry with this hash of a secret, or null. The map finds it; the comparison that decides takes the same time for
 * every hash of the right length.
 */
export function byHash<T>(
  entries: Readonly<Record<string, T>>,
  hashOf: (entry: T) => string,
  hash: string,
): T | null {
  const found = indexOf(entries, hashOf).get(hash)
  if (!found) return null
  const [kept, asked] = [Buffer.from(hashOf(found)), Buffer.from(hash)]
  return kept.length === asked.length && timingSafeEqual(kept, asked) ? found : null
}

/** Entries are replaced whole at every change, so an index is good for as long as its entries live. */
const indexes = new WeakMap<object, Map<string, unknown>>()

function indexOf<T>(entries: Readonly<Record<string, T>>, hashOf: (entry: T) => string): Map<string, T> {
  const known = indexes.get(entries) as Map<string, T> | undefined
  if (known) return known
  const index = new Map(Object.values(entries).map((one) => [hashOf(one), one]))
  indexes.set(entries, index)
  return index
}
