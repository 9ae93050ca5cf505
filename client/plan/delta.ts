import { groupedBy } from '../../shared/plan/grouped-by.ts'
import { same } from './same.ts'

/** A list told by what changed in it: most edits leave nearly all of a plan as it was. */
export interface ListDelta<T> {
  /** For each item its place among those told before, or -1 for the next of `fresh`. */
  readonly places: Int32Array<ArrayBuffer>
  readonly fresh: readonly T[]
}

/**
 * Remembers what it told last, and tells the difference. Items are plain values; where order changed, `keyOf` says with
 * which of before an item is compared.
 */
export class DeltaWriter<T> {
  #told: readonly T[] = []

  constructor(private readonly keyOf: (item: T) => string) {}

  write(items: readonly T[]): ListDelta<T> {
    const before = this.#told
    const places = new Int32Array(items.length)
    const fresh: T[] = []
    let byKey: ReadonlyMap<string | null, readonly number[]> | null = null
    let next = 0
    items.forEach((item, at) => {
      let place = next
      if (!same(before[place], item)) {
        byKey ??= groupedBy([...before.keys()], (one) => [this.keyOf(before[one] as T)])
        place = byKey.get(this.keyOf(item))?.find((one) => same(before[one], item)) ?? -1
      }
      places[at] = place
      if (place < 0) fresh.push(item)
      next = (place < 0 ? next : place) + 1
    })
    this.#told = items
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
