import type * as Y from 'yjs'
import { newId, type CardId, type LinkId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { reaches } from '../cycles.ts'
import { fits, type LinkFieldsOf, type LinkKind } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { LIMITS, LINK, linksOf } from '../schema.ts'
import { linkRecord, setFields, type PlainFields } from './records.ts'

export type LinkRefusal = 'missingCard' | 'sameCard' | 'wrongPair' | 'circle' | 'boardFull'
export type LinkResult =
  | { readonly ok: true; readonly id: LinkId; readonly existed: boolean }
  | { readonly ok: false; readonly reason: LinkRefusal }

export interface NewLink<K extends LinkKind = LinkKind> {
  readonly kind: K
  readonly from: CardId
  readonly to: CardId
  readonly fields?: LinkFieldsOf<K>
  readonly id?: LinkId
}

/**
 * Joins two cards. Joining them again the same way gives the link that is there, except for money: a fund may
 * finance an action with several rows.
 */
export function linkCards<K extends LinkKind>(
  doc: Y.Doc,
  link: NewLink<K>,
  origin: Origin = LOCAL,
): LinkResult {
  const { cards, links } = boardOf(doc)
  const from = cards.get(link.from)
  const to = cards.get(link.to)
  if (!from || !to) return { ok: false, reason: 'missingCard' }
  if (from === to) return { ok: false, reason: 'sameCard' }
  if (!fits(link.kind, from.kind, to.kind)) return { ok: false, reason: 'wrongPair' }
  const there = [...links.values()].find(
    (one) => one.kind === link.kind && one.from === link.from && one.to === link.to,
  )
  if (there && link.kind !== 'finances') return { ok: true, id: there.id, existed: true }
  if (linksOf(doc).size >= LIMITS.links) return { ok: false, reason: 'boardFull' }
  if (link.kind === 'enables') {
    const next = new Map<CardId, CardId[]>()
    for (const one of links.values())
      if (one.kind === 'enables') next.set(one.from, [...(next.get(one.from) ?? []), one.to])
    if (reaches(next, link.to, link.from)) return { ok: false, reason: 'circle' }
  }
  const id = link.id ?? newId<LinkId>()
  doc.transact(
    () => linksOf(doc).set(id, linkRecord(link.kind, link.from, link.to, (link.fields ?? {}) as PlainFields)),
    origin,
  )
  return { ok: true, id, existed: false }
}

/** Sets what a link carries: cents, specific objective, reason…; `undefined` empties a field. */
export function editLink<K extends LinkKind>(
  doc: Y.Doc,
  id: LinkId,
  fields: { [F in keyof LinkFieldsOf<K>]?: LinkFieldsOf<K>[F] | undefined },
  origin: Origin = LOCAL,
): void {
  const record = linksOf(doc).get(id)
  if (record && typeof record.get(LINK.kind) === 'string')
    doc.transact(() => setFields(record, fields as PlainFields), origin)
}

/** Takes links away. Unlike cards they have no trash: undo brings them back. */
export function unlink(doc: Y.Doc, ids: Iterable<LinkId>, origin: Origin = LOCAL): void {
  doc.transact(() => {
    for (const id of ids) linksOf(doc).delete(id)
  }, origin)
}
