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
    // One alone cannot name itself.
    if (items.length === 1) return
    for (const item of items) {
      const own = this.#fresh.get(item.id.client)
      if (own) own.push(item)
      else this.#fresh.set(item.id.client, [item])
    }
  }

  of(item: Y.Item): Placed {
    const known = this.#placed.get(item)
    if (known !== undefined) return known
    // Almost always everything it names is in the document, or was placed before it.
    return this.#waitsFor(item) ? this.#byWay(item) : this.#place(item)
  }

  /** Never recursive: a hostile update may chain thousands of items, or close a circle. */
  #byWay(item: Y.Item): Placed {
    const way = [item]
    const onWay = new Set(way)
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = this.#waitsFor(at)
      if (next === undefined) {
        this.#place(at)
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

  #place(item: Y.Item): Placed {
    const placed = this.#resolve(item)
    this.#placed.set(item, placed)
    return placed
  }

  /** An item of the same update that must be placed first. */
  #waitsFor({ parent, origin, rightOrigin }: Y.Item): Y.Item | undefined {
    return parent === null
      ? (this.#unplacedAt(origin) ?? this.#unplacedAt(rightOrigin))
      : this.#unplacedAt(parent)
  }

  #unplacedAt(id: unknown): Y.Item | undefined {
    const fresh = id instanceof Y.ID ? this.#freshAt(id) : undefined
    return fresh && !this.#placed.has(fresh) ? fresh : undefined
  }

  #resolve(item: Y.Item): Placed {
    const { parent, parentSub, origin, rightOrigin } = item
    const before = this.#before(item)
    if (typeof parent === 'string') return agreed({ parent: rootPlace(parent), key: parentSub }, before)
    if (parent instanceof Y.ID) {
      const type = this.#typeAt(parent)
      return typeof type === 'string' ? type : agreed({ parent: type, key: parentSub }, before)
    }
    const left = origin && this.#spotAt(origin)
    const right = rightOrigin && this.#spotAt(rightOrigin)
    if (left === 'broken' || right === 'broken') return 'broken'
    // Beside something that was cleared Yjs clears the item, whatever else it names.
    if (left === 'gone' || right === 'gone') return 'gone'
    const spot = left ?? right
    return spot ? agreed(agreed(spot, right), before) : 'broken'
  }

  /** Where the part of an item stands that the document has already: Yjs puts the rest behind it. */
  #before({ id, length }: Y.Item): Placed | null {
    const known = Y.getState(this.#doc.store, id.client)
    return id.clock < known && known < id.clock + length
      ? this.#spotAt(Y.createID(id.client, known - 1))
      : null
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

/** The spot, if the other, where there is one, is the same: neighbours in different places would tear both. */
function agreed(spot: Placed, other: Placed | null): Placed {
  if (other === null || typeof spot === 'string') return spot
  const isSame = typeof other !== 'string' && other.key === spot.key && other.parent.self === spot.parent.self
  return isSame ? spot : 'broken'
}
