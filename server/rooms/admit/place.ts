import * as Y from 'yjs'

/** Where a shared type stands: the root's name, then the keys on the way; null for a position in a list or text. */
export interface Place {
  readonly root: string
  readonly path: readonly (string | null)[]
  readonly type: 'root' | 'map' | 'text' | 'list'
  /** The type itself, or the root's name: two types may stand at one place, one after the other. */
  readonly self: Y.AbstractType<unknown> | string
}

/** Where an item goes: into which type, under which key. */
export interface Spot {
  readonly parent: Place
  readonly key: string | null
}

/** `gone`: the parent was deleted and cleared, so the item will be too. `broken`: no sound update puts it there. */
export type Placed = Spot | 'gone' | 'broken'

const MAX_DEPTH = 8
type Live = ReturnType<typeof Y.getItem>

/**
 * Finds where each item of an update goes, before any document has it. An item names its parent itself or takes it
 * from its neighbours, which stand in the document or in the same update.
 */
export class Places {
  readonly #doc: Y.Doc
  readonly #fresh = new Map<number, Y.Item[]>()
  readonly #placed = new Map<Y.Item, Placed>()

  constructor(doc: Y.Doc, items: readonly Y.Item[]) {
    this.#doc = doc
    for (const item of items) {
      const own = this.#fresh.get(item.id.client)
      if (own) own.push(item)
      else this.#fresh.set(item.id.client, [item])
    }
  }

  /** Never recursive: a hostile update may chain thousands of items, or close a circle. */
  of(item: Y.Item): Placed {
    const way = [item]
    const onWay = new Set(way)
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = this.#neighbours(at).find((one) => !this.#placed.has(one))
      if (next === undefined) {
        this.#placed.set(at, this.#resolve(at))
        way.pop()
      } else if (onWay.has(next)) {
        return 'broken'
      } else {
        onWay.add(next)
        way.push(next)
      }
    }
    return this.#placed.get(item) ?? 'broken'
  }

  /** The items of the same update that must be placed first. */
  #neighbours(item: Y.Item): Y.Item[] {
    const ids = item.parent === null ? [item.origin, item.rightOrigin] : [item.parent]
    return ids.flatMap((id) => (id instanceof Y.ID ? (this.#freshAt(id) ?? []) : []))
  }

  #resolve(item: Y.Item): Placed {
    if (typeof item.parent === 'string')
      return agreed([{ parent: rootPlace(item.parent), key: item.parentSub }, ...this.#before(item)])
    if (item.parent instanceof Y.ID) {
      const parent = this.#typeAt(item.parent)
      if (typeof parent === 'string') return parent
      return agreed([{ parent, key: item.parentSub }, ...this.#before(item)])
    }
    const spots = [item.origin, item.rightOrigin].flatMap((id) => (id ? [this.#spotAt(id)] : []))
    // Beside something that was cleared Yjs clears the item, whatever else it names.
    if (spots.includes('gone') && !spots.includes('broken')) return 'gone'
    return agreed([...spots, ...this.#before(item)])
  }

  /** Where the part of an item stands that the document has already: Yjs puts the rest behind it. */
  #before({ id, length }: Y.Item): Placed[] {
    const known = Y.getState(this.#doc.store, id.client)
    return id.clock < known && known < id.clock + length
      ? [this.#spotAt(Y.createID(id.client, known - 1))]
      : []
  }

  #spotAt(id: Y.ID): Placed {
    const fresh = this.#freshAt(id)
    if (fresh) return this.#placed.get(fresh) ?? 'broken'
    const live = this.#liveAt(id)
    if (!(live instanceof Y.Item)) return 'gone'
    const parent = placeOf(live.parent)
    return typeof parent === 'string' ? parent : { parent, key: live.parentSub }
  }

  #typeAt(id: Y.ID): Place | 'gone' | 'broken' {
    const fresh = this.#freshAt(id)
    if (fresh) {
      const spot = this.#placed.get(fresh) ?? 'broken'
      if (typeof spot === 'string') return spot
      if (fresh.content instanceof Y.ContentDeleted) return 'gone'
      return fresh.content instanceof Y.ContentType ? below(spot, fresh.content.type) : 'broken'
    }
    const live = this.#liveAt(id)
    if (!(live instanceof Y.Item) || live.content instanceof Y.ContentDeleted) return 'gone'
    return live.content instanceof Y.ContentType ? placeOf(live.content.type) : 'broken'
  }

  /** The item of the update at a clock that the document does not have. */
  #freshAt({ client, clock }: Y.ID): Y.Item | undefined {
    const items = this.#fresh.get(client)
    if (!items || clock < Y.getState(this.#doc.store, client)) return undefined
    let low = 0
    let high = items.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const item = items[middle]
      if (!item) return undefined
      if (clock < item.id.clock) high = middle - 1
      else if (clock >= item.id.clock + item.length) low = middle + 1
      else return item
    }
    return undefined
  }

  #liveAt(id: Y.ID): Live | null {
    return id.clock < Y.getState(this.#doc.store, id.client) ? Y.getItem(this.#doc.store, id) : null
  }
}

const rootPlace = (root: string): Place => ({ root, path: [], type: 'root', self: root })

function below(spot: Spot, type: Y.AbstractType<unknown>): Place | 'broken' {
  if (spot.parent.path.length >= MAX_DEPTH) return 'broken'
  return { root: spot.parent.root, path: [...spot.parent.path, spot.key], type: typeName(type), self: type }
}

/** The place of a type that stands in a document. */
function placeOf(parent: unknown): Place | 'gone' {
  if (!(parent instanceof Y.AbstractType)) return 'gone'
  const self: Y.AbstractType<unknown> = parent
  const path: (string | null)[] = []
  let type = self
  for (let item = type._item; item; item = type._item) {
    path.unshift(item.parentSub)
    if (!(item.parent instanceof Y.AbstractType)) return 'gone'
    type = item.parent
  }
  const root = Y.findRootTypeKey(type)
  return path.length === 0 ? rootPlace(root) : { root, path, type: typeName(self), self }
}

const typeName = (type: unknown): Place['type'] =>
  type instanceof Y.Text ? 'text' : type instanceof Y.Map ? 'map' : 'list'

/** The one spot that all of these name; neighbours in different places would tear both. */
function agreed(spots: readonly Placed[]): Placed {
  const [first, ...others] = spots
  if (first === undefined || typeof first === 'string') return 'broken'
  const isSame = (other: Placed): boolean =>
    typeof other !== 'string' && other.key === first.key && other.parent.self === first.parent.self
  return others.every(isSame) ? first : 'broken'
}
