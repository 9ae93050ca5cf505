/** Target groups and places are words of people: two of them are one if they differ in case and spaces only. */
export const tagKey = (tag: string): string => tag.trim().replace(/\s+/g, ' ').toLowerCase()

/** Each tag once, in the spelling and the order in which it first occurs; blank ones are left out. */
export function unionOfTags(lists: Iterable<readonly string[]>): string[] {
  const spelling = new Map<string, string>()
  for (const list of lists)
    for (const tag of list) {
      const key = tagKey(tag)
      if (key !== '' && !spelling.has(key)) spelling.set(key, tag.trim().replace(/\s+/g, ' '))
    }
  return [...spelling.values()]
}

/** The tags of the first list that the second has too. */
export function sharedTags(one: readonly string[], other: readonly string[]): string[] {
  const keys = new Set(other.map(tagKey))
  return unionOfTags([one]).filter((tag) => keys.has(tagKey(tag)))
}
