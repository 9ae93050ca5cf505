/** A list told by what changed in it: most edits leave nearly all of a plan as it was. */
export interface ListDelta<T> {
  /** For each item its place among those told before, or -1 for the next of `fresh`. */
  readonly places: Int32Array<ArrayBuffer>
  readonly fresh: readonly T[]
}

/** Remembers what it told last, and tells the difference. Items are plain values, the same when their JSON is. */
export class DeltaWriter<T> {
  #told = new Map<string, number>()

  write(items: readonly T[]): ListDelta<T> {
    const places = new Int32Array(items.length)
    const fresh: T[] = []
    const told = new Map<string, number>()
    items.forEach((item, at) => {
      const key = JSON.stringify(item)
      const place = this.#told.get(key) ?? -1
      places[at] = place
      if (place < 0) fresh.push(item)
      told.set(key, at)
    })
    this.#told = told
    return { places, fresh }
  }
}

/** The list that a delta tells, given the one told before: items that stayed are the same objects, and so is a list that did. */
export function readDelta<T>(before: readonly T[], { places, fresh }: ListDelta<T>): readonly T[] {
  if (places.length === before.length && places.every((place, at) => place === at)) return before
  let next = 0
  return Array.from(places, (place) => {
    const item = place < 0 ? fresh[next++] : before[place]
    if (item === undefined) throw new Error('a delta does not fit the list told before')
    return item
  })
}
