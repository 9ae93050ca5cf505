import * as Y from 'yjs'
import { LIMITS, ROOT } from '../../../shared/board/schema.ts'
import type { Actor } from '../act.ts'
import type { Bindings } from '../bindings.ts'
import { decode, refsOf, type Decoded } from './decode.ts'
import { Places, type Spot } from './place.ts'
import { complaintAbout, textLimit, TOO_LONG } from './records.ts'
import { REFUSED, wrongRecord, type Refusal } from './refusal.ts'

/** What may be done with an update that a connection sent. */
export type Verdict =
  /** Sound and new. `clients` are those it writes for, all free or the writer's own. */
  | { readonly kind: 'apply'; readonly clients: readonly number[] }
  /** Holds nothing that the document does not have: the honest answer of a reader. */
  | { readonly kind: 'nothing' }
  /** Needs something that has not arrived (yet). */
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Desk {
  readonly doc: Y.Doc
  readonly bindings: Bindings
  readonly actor: Actor
  /** Why this connection may not write now, or null when it may. */
  readonly barred: Refusal | null
}

/** A browser writes under one clientID a page; this many offline visits may arrive at once. */
const MAX_CLIENTS = 100

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
  if (news.length === 0 && decoded.deletes.every((range) => isDeletedAlready(doc, range)))
    return { kind: 'nothing' }
  if (barred) return refused(barred)
  const clients = [...new Set(news.map(({ id }) => id.client))]
  if (clients.some((client) => (bindings.ownerOf(client) ?? actor) !== actor))
    return refused(REFUSED.foreignClient)
  if (clients.length > MAX_CLIENTS) return refused(REFUSED.tooLarge)
  if (dependsOnMissing(doc, news, decoded)) return { kind: 'missing' }
  const items = news.filter((struct) => struct instanceof Y.Item)
  const wrong = firstWrong(doc, items, decoded.deletes)
  return wrong ? refused(wrong) : { kind: 'apply', clients }
}

const refused = (refusal: Refusal): Verdict => ({ kind: 'refused', refusal })

function isDeletedAlready(doc: Y.Doc, { client, clock, length }: Decoded['deletes'][number]): boolean {
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
function dependsOnMissing(doc: Y.Doc, news: readonly (Y.Item | Y.GC)[], { deletes }: Decoded): boolean {
  const reached = new Map<number, number>()
  const until = (client: number): number => reached.get(client) ?? Y.getState(doc.store, client)
  for (const { id, length } of news) {
    if (id.clock > until(id.client)) return true
    reached.set(id.client, Math.max(until(id.client), id.clock + length))
  }
  const isThere = (id: Y.ID): boolean => id.clock < until(id.client)
  return (
    news.some((struct) => struct instanceof Y.Item && !refsOf(struct).every(isThere)) ||
    deletes.some(({ client, clock, length }) => clock + length > until(client))
  )
}

/**
 * Under a name stands one value, in a map nothing without a name. Yjs takes other things, and breaks when it later clears
 * them: of a value of two parts it deletes the last alone. Old values, kept for an undo, are told joined and deleted.
 */
function isShaped({ parent, key }: Spot, item: Y.Item, deletes: Decoded['deletes']): boolean {
  const { content, length } = item
  if (content instanceof Y.ContentDeleted) return true
  if (key === null) return parent.type !== 'map'
  if (content instanceof Y.ContentString) return false
  return length === 1 || isDeletedHere(item, deletes)
}

const isDeletedHere = ({ id, length }: Y.Item, deletes: Decoded['deletes']): boolean =>
  deletes.some(
    (range) =>
      range.client === id.client &&
      range.clock <= id.clock &&
      id.clock + length <= range.clock + range.length,
  )

function firstWrong(doc: Y.Doc, items: readonly Y.Item[], deletes: Decoded['deletes']): Refusal | null {
  const places = new Places(doc, items)
  const added = new Map<string, number>()
  let cards = 0
  for (const item of items) {
    const spot = places.of(item)
    if (spot === 'broken') return REFUSED.unsound
    if (spot === 'gone') continue
    if (!isShaped(spot, item, deletes)) return REFUSED.unsound
    const { parent, key } = spot
    const name = [parent.root, ...parent.path, key].map((part) => part ?? '·').join('/')
    const wrong = complaintAbout(spot, item.content)
    if (wrong) return wrongRecord(name, wrong)
    const limit = textLimit(parent)
    if (limit !== null && item.content instanceof Y.ContentString) {
      const total = (added.get(name) ?? 0) + item.length
      if (total > limit) return wrongRecord(name, TOO_LONG)
      added.set(name, total)
    }
    if (parent.root === ROOT.cards && parent.type === 'root') cards++
  }
  if (cards > 0 && doc.getMap(ROOT.cards).size + cards > 2 * LIMITS.cards) return REFUSED.boardFull
  return null
}
