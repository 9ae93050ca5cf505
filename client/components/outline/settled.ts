/**
 * The new order of a list under somebody's hands: what was there keeps its places, what came stands after the row it now
 * follows, what went is gone. A colleague who drags cards about must not move the row one is writing in.
 */
export function settled<T>(before: readonly T[], after: readonly T[]): T[] {
  const staying = new Set(after)
  const known = new Set(before)
  const kept = before.filter((item) => staying.has(item))
  const followers = new Map<T | null, T[]>()
  let leader: T | null = null
  for (const item of after) {
    if (known.has(item)) leader = item
    else followers.set(leader, [...(followers.get(leader) ?? []), item])
  }
  return [...(followers.get(null) ?? []), ...kept.flatMap((item) => [item, ...(followers.get(item) ?? [])])]
}
