/** A list told by what changed in it: most edits leave nearly all of a plan as it was. */
export interface ListDelta<T> {
  /** For each item its place among those told before, or -1 for the next of `fresh`. */
  readonly places: Int32Array<ArrayBuffer>
  readonly fresh: readonly T[]
}

/**
 * Remembers what it told last, and tells the difference. Items are plain values, the same when their JSON is; most are the
 * very objects that were told before, and only the others are looked into.
 */
export class DeltaWriter<T extends object> {
  #told: ReadonlyMap<T, number> = new Map()

  write(items: readonly T[]): ListDelta<T> {
    const before = this.#told
    const now = new Map(items.map((item, at) => [item, at]))
    const places = Int32Array.from(items, (item) => before.get(item) ?? -1)
    const fresh: T[] = []
    let gone: ReadonlyMap<string, number> | null = null
    for (let at = places.indexOf(-1); at >= 0; at = places.indexOf(-1, at + 1)) {
      const item = items[at]
      if (item === undefined) break
      gone ??= new Map(
        [...before].flatMap(([one, place]) => (now.has(one) ? [] : [[JSON.stringify(one), place]])),
      )
      places[at] = gone.get(JSON.stringify(item)) ?? -1
      if (places[at] === -1) fresh.push(item)
    }
    this.#told = now
    return { places, fresh }
  }
}

/** The list that a delta tells, given the one told before: items that stayed are the same objects, and so is a list that did. */
export function readDelta<T>(before: readonly T[], { places, fresh }: ListDelta<T>): readonly T[] {
  if (places.length === before.length && places.every((place, at) => place === at)) return before
  let next = 0
  const list = Array.from(places, (place) => {
    const item = place < 0 ? fresh[next++] : before[place]
    if (item === undefined) throw new Error('a delta does not fit the list told before')
    return item
  })
  if (isReordered(places, before.length)) MEMBERS.set(list, membersOf(before))
  return list
}

const MEMBERS = new WeakMap<object, readonly unknown[]>()

/**
 * A list for whom its order says nothing: the very same one while no item came, went or changed. Lists of a plan are in
 * reading order, and a card that somebody moves changes that of many.
 */
export const membersOf = <T>(list: readonly T[]): readonly T[] =>
  (MEMBERS.get(list) as readonly T[] | undefined) ?? list

function isReordered(places: Int32Array, before: number): boolean {
  if (places.length !== before) return false
  const seen = new Uint8Array(before)
  return places.every((place) => place >= 0 && seen[place] === 0 && (seen[place] = 1) === 1)
}
