import * as Y from 'yjs'
import type { Places, Spot } from './place.ts'

/** What one update may cost of the search below; a step is about a tenth of a microsecond. */
const MAX_STEPS = 1_000_000

/**
 * Whether Yjs would take seconds to put these items in order. It looks for the place of an item between its two
 * neighbours, one by one among what stands there; who wrote an item saw them side by side, so honest work costs only
 * what others wrote at the same place meanwhile. Tens of thousands of items that all claim the first place cost the
 * square of it. (yjs 13.6 `Item.integrate`: it looks on only while what it meets has the same left neighbour.)
 */
export function isTangled(doc: Y.Doc, items: readonly Y.Item[], places: Places): boolean {
  const order = new Order(doc)
  let steps = 0
  for (const item of items) {
    const spot = places.of(item)
    if (typeof spot === 'string') continue
    steps += order.wayOf(item, spot, MAX_STEPS - steps)
    if (steps > MAX_STEPS) return true
    if (items.length > 1) order.put(item, spot)
  }
  return false
}

/** What stands at the right of what, as the items of the update say, over what the document says. */
class Order {
  readonly #right = new Map<number, Map<number, Y.ID | null>>()
  /** How many items of the update are in one type and under one key, and which of them was put first of all last. */
  readonly #spots = new Map<unknown, Map<string | null, { count: number; first: Y.ID | null }>>()

  constructor(private readonly doc: Y.Doc) {}

  /** How many others Yjs may meet on the way of an item to its place; counts no further than `most`. */
  wayOf(item: Y.Item, spot: Spot, most: number): number {
    const { origin, rightOrigin } = item
    if (origin && isSame(this.#rightOf(origin), rightOrigin)) return 0
    const before = this.#spots.get(spot.parent.self)?.get(spot.key)
    // Under a key Yjs begins with the last value, wherever the item goes.
    if (!origin && spot.key === null && before && isSame(before.first, rightOrigin)) return 0
    return (before?.count ?? 0) + this.#between(item, spot, most)
  }

  put({ origin, rightOrigin, id, length }: Y.Item, spot: Spot): void {
    const here = this.#spotOf(spot)
    here.count++
    if (origin) this.#setRight(origin, id)
    else here.first = id
    this.#setRight(Y.createID(id.client, id.clock + length - 1), rightOrigin)
  }

  #spotOf({ parent, key }: Spot): { count: number; first: Y.ID | null } {
    let keys = this.#spots.get(parent.self)
    if (!keys) this.#spots.set(parent.self, (keys = new Map()))
    let known = keys.get(key)
    if (!known) keys.set(key, (known = { count: 0, first: null }))
    return known
  }

  #rightOf(id: Y.ID): Y.ID | null {
    const told = this.#right.get(id.client)?.get(id.clock)
    if (told !== undefined) return told
    const live = this.#live(id)
    // Inside of an item; also of one that comes in this update.
    if (!live || live.id.clock + live.length - 1 > id.clock) return Y.createID(id.client, id.clock + 1)
    return live.right?.id ?? null
  }

  #setRight(id: Y.ID, right: Y.ID | null): void {
    const own = this.#right.get(id.client)
    if (own) own.set(id.clock, right)
    else this.#right.set(id.client, new Map([[id.clock, right]]))
  }

  /** How many items of the document stand where this one may go. */
  #between({ origin, rightOrigin }: Y.Item, spot: Spot, most: number): number {
    const end = rightOrigin && this.#live(rightOrigin)
    const left = origin && this.#live(origin)
    let steps = 0
    for (let at = left ? left.right : this.#start(spot); at && at !== end && steps <= most; steps++)
      at = left || spot.key === null ? at.right : at.left
    return steps
  }

  /** Values under a key are met from the last one on. */
  #start({ parent, key }: Spot): Y.Item | null {
    const type = typeof parent.self === 'string' ? this.doc.share.get(parent.self) : parent.self
    return (key === null ? type?._start : type?._map.get(key)) ?? null
  }

  #live(id: Y.ID): Y.Item | null {
    if (id.clock >= Y.getState(this.doc.store, id.client)) return null
    const item = Y.getItem(this.doc.store, id)
    return item instanceof Y.Item ? item : null
  }
}

const isSame = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
