import type * as Y from 'yjs'
import { newId, type CardId, type LinkId } from '../../ids.ts'
import { boardOf, type Board } from '../board.ts'
import { reaches } from '../cycles.ts'
import { fits, type Link, type LinkFieldsOf, type LinkKind } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { LIMITS, LINK, linksOf } from '../schema.ts'
import { linkRecord, setFields, type PlainFields } from './records.ts'

export type LinkRefusal = 'missingCard' | 'sameCard' | 'wrongPair' | 'circle' | 'boardFull'
export type LinkResult =
  | { readonly ok: true; readonly id: LinkId; readonly existed: boolean }
  | { readonly ok: false; readonly reason: LinkRefusal }

/** What a link says: its kind and its two ends. */
export interface LinkEnds<K extends LinkKind = LinkKind> {
  readonly kind: K
  readonly from: CardId
  readonly to: CardId
}

export interface NewLink<K extends LinkKind = LinkKind> extends LinkEnds<K> {
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
  const board = boardOf(doc)
  const refused = refusalOf(board, link)
  if (refused === 'wrongPair' || refused === 'sameCard' || refused === 'missingCard')
    return { ok: false, reason: refused }
  const there = sameAs(board, link)
  if (there) return { ok: true, id: there.id, existed: true }
  if (linksOf(doc).size >= LIMITS.links) return { ok: false, reason: 'boardFull' }
  if (refused) return { ok: false, reason: refused }
  const id = link.id ?? newId<LinkId>()
  doc.transact(
    () => linksOf(doc).set(id, linkRecord(link.kind, link.from, link.to, (link.fields ?? {}) as PlainFields)),
    origin,
  )
  return { ok: true, id, existed: false }
}

/** Why two cards cannot be joined so, or null; the link `but` is thought away. */
export function refusalOf(
  { cards, links }: Board,
  { kind, from, to }: LinkEnds,
  but?: LinkId,
): Exclude<LinkRefusal, 'boardFull'> | null {
  const [first, second] = [cards.get(from), cards.get(to)]
  if (!first || !second) return 'missingCard'
  if (first === second) return 'sameCard'
  if (!fits(kind, first.kind, second.kind)) return 'wrongPair'
  if (kind !== 'enables') return null
  const next = new Map<CardId, CardId[]>()
  for (const one of links.values())
    if (one.kind === 'enables' && one.id !== but) next.set(one.from, [...(next.get(one.from) ?? []), one.to])
  return reaches(next, to, from) ? 'circle' : null
}

/** The link that says the same, where a second one would say nothing more. */
export const sameAs = ({ links }: Board, { kind, from, to }: LinkEnds, but?: LinkId): Link | undefined =>
  kind === 'finances'
    ? undefined
    : [...links.values()].find(
        (one) => one.id !== but && one.kind === kind && one.from === from && one.to === to,
      )

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
