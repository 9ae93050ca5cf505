import * as Y from 'yjs'
import { cardsOf, LIMITS, ROOT } from '../../../shared/board/schema.ts'
import type { Bindings } from '../bindings.ts'
import { puts, takesAwayAnothersWords, type Owners } from './anothers-words.ts'
import { decode, type Decoded } from './decode.ts'
import { Places, type Spot } from './place.ts'
import { complaintAbout, textLimit, TOO_LONG } from './records.ts'
import { REFUSED, wrongRecord, type Refusal } from './refusal.ts'
import type { DeleteRange } from './scan.ts'
import { takesAway } from './takes-away.ts'
import { isTangled } from './tangle.ts'

/** What may be done with an update that a connection sent. */
export type Verdict =
  /** Sound and new. `clients` are those it writes for, all free or the writer's own. */
  | { readonly kind: 'apply'; readonly clients: readonly number[] }
  /** Holds nothing that the document does not have: the honest answer of a reader. */
  | { readonly kind: 'nothing' }
  /** Needs something that has not arrived (yet). */
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Desk extends Owners {
  readonly doc: Y.Doc
  readonly bindings: Bindings
  /** Why this connection may not write now, or null when it may. */
  readonly barred: Refusal | null
  /** The board is too large: only what takes something away is let in. */
  readonly isFull: boolean
}

/** A browser writes under one clientID a page; this many offline visits may arrive at once. */
const MAX_CLIENTS = 100
/** Yjs looks through all roots of a document for the name of one. */
const MAX_ROOTS = 64

/**
 * Looks at an update before the document sees it, so that what is refused leaves no trace. The document may hold a
 * version 1 update only (version 2 has run lengths that hang a reader, yjs#687).
 */
export function admit(update: Uint8Array, desk: Desk): Verdict {
  const decoded = decode(update)
  if ('code' in decoded) return refused(decoded)
  const { doc, bindings, actor, barred } = desk
  const news = decoded.structs.filter(
    ({ id, length }) => id.clock + length > Y.getState(doc.store, id.client),
  )
  if (news.length === 0 && decoded.deletes.every((range) => isDeletedAlready(doc, range))) return NOTHING
  if (barred) return refused(barred)
  const clients = clientsOf(news)
  for (const client of clients)
    if ((bindings.ownerOf(client) ?? actor) !== actor) return refused(REFUSED.foreignClient)
  if (clients.length > MAX_CLIENTS) return refused(REFUSED.tooLarge)
  if (dependsOnMissing(doc, news, decoded.deletes)) return MISSING
  const wrong = firstWrong(desk, news, decoded.deletes)
  return wrong ? refused(wrong) : { kind: 'apply', clients }
}

const NOTHING: Verdict = { kind: 'nothing' }
const MISSING: Verdict = { kind: 'missing' }
const refused = (refusal: Refusal): Verdict => ({ kind: 'refused', refusal })

type Struct = Decoded['structs'][number]

/** Structs of one client stand together in an update. */
function clientsOf(structs: readonly Struct[]): number[] {
  const clients: number[] = []
  for (const { id } of structs) if (id.client !== clients.at(-1)) clients.push(id.client)
  return clients
}

function isDeletedAlready(doc: Y.Doc, { client, clock, length }: DeleteRange): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock + length > Y.getState(doc.store, client)) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) break
    if (!struct.deleted) return false
  }
  return true
}

/** Whether something is named that neither the document nor this update holds, or a stretch of clocks is left out. */
function dependsOnMissing(doc: Y.Doc, news: readonly Struct[], deletes: readonly DeleteRange[]): boolean {
  const reached = new Map<number, number>()
  const until = (client: number): number => reached.get(client) ?? Y.getState(doc.store, client)
  for (const { id, length } of news) {
    const before = until(id.client)
    if (id.clock > before) return true
    reached.set(id.client, Math.max(before, id.clock + length))
  }
  const isMissing = (id: unknown): boolean => id instanceof Y.ID && id.clock >= until(id.client)
  for (const struct of news)
    if (
      struct instanceof Y.Item &&
      (isMissing(struct.origin) || isMissing(struct.rightOrigin) || isMissing(struct.parent))
    )
      return true
  return deletes.some(({ client, clock, length }) => clock + length > until(client))
}

/**
 * Under a name stands one value, in a map nothing without a name. Yjs takes other things, and breaks when it later clears
 * them: of a value of two parts it deletes the last alone. Old values, kept for an undo, are told joined and deleted.
 */
function isShaped({ parent, key }: Spot, item: Y.Item, deletes: readonly DeleteRange[]): boolean {
  const { content, length } = item
  if (content instanceof Y.ContentDeleted) return true
  if (key === null) return parent.type !== 'map'
  if (content instanceof Y.ContentString) return false
  return length === 1 || isDeletedHere(item, deletes)
}

/** Ranges of a client are in order and apart, so the only one that can hold an item is the last that begins before it. */
function isDeletedHere({ id, length }: Y.Item, deletes: readonly DeleteRange[]): boolean {
  let low = deletes.findIndex(({ client }) => client === id.client)
  if (low < 0) return false
  let high = deletes.findLastIndex(({ client }) => client === id.client)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((deletes[middle]?.clock ?? Infinity) <= id.clock) low = middle
    else high = middle - 1
  }
  const range = deletes[low]
  return range !== undefined && range.clock <= id.clock && id.clock + length <= range.clock + range.length
}

function firstWrong(desk: Desk, news: readonly Struct[], deletes: readonly DeleteRange[]): Refusal | null {
  const { doc, isFull } = desk
  const items = news.filter((struct) => struct instanceof Y.Item)
  const places = new Places(doc, items)
  /** Letters added to each text. */
  const letters = new Map<unknown, number>()
  const roots = new Set<string>()
  let cards = 0
  for (const item of items) {
    const spot = places.of(item)
    if (spot === 'broken') return REFUSED.unsound
    if (spot === 'gone') continue
    if (!isShaped(spot, item, deletes)) return REFUSED.unsound
    const wrong = complaintAbout(spot, item.content)
    if (wrong) return wrongRecord(nameOf(spot), wrong)
    if (puts(spot, desk)) return REFUSED.notYours
    const { parent } = spot
    if (!doc.share.has(parent.root)) roots.add(parent.root)
    const limit = item.content instanceof Y.ContentString ? textLimit(parent) : null
    if (limit !== null) {
      const total = (letters.get(parent.self) ?? 0) + item.length
      if (total > limit) return wrongRecord(nameOf(spot), TOO_LONG)
      letters.set(parent.self, total)
    }
    if (parent.root === ROOT.cards && parent.type === 'root') cards++
  }
  if (takesAwayAnothersWords(doc, deletes, desk)) return REFUSED.notYours
  if (isFull && !takesAway(items, places)) return REFUSED.boardFull
  if (roots.size > 0 && doc.share.size + roots.size > MAX_ROOTS) return REFUSED.boardFull
  if (cards > 0 && wouldOverflow(doc, cards)) return REFUSED.boardFull
  return isTangled(doc, items, places) ? REFUSED.tooLarge : null
}

const nameOf = ({ parent, key }: Spot): string =>
  [parent.root, ...parent.path, key].map((part) => part ?? '·').join('/')

/** The size of a shared map is counted each time it is asked; the names it ever had are at least as many. */
function wouldOverflow(doc: Y.Doc, added: number): boolean {
  const cards = cardsOf(doc)
  const most = 2 * LIMITS.cards - added
  return cards._map.size > most && cards.size > most
}
