import type * as Y from 'yjs'
import type { LinkId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { LINK_FIELDS, type Link } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { LINK, linksOf } from '../schema.ts'
import { refusalOf, sameAs, type LinkEnds, type LinkRefusal } from './link-cards.ts'
import { setFields } from './records.ts'

export type ChangeRefusal = Exclude<LinkRefusal, 'boardFull'> | 'missingLink' | 'existed'
export type ChangeResult = { readonly ok: true } | { readonly ok: false; readonly reason: ChangeRefusal }

/** What speaks of the end at which it stands, and means nothing at another. */
const OF_END: { readonly [K in Link['kind']]?: readonly string[] } = {
  programmedUnder: ['specificObjective'],
  finances: ['axis'],
}

/**
 * Gives a link another end or another kind. It stays the same link: amounts and words are kept where the kind has them;
 * the objective of another axis, or the axis of another action, are not.
 */
export function changeLink(
  doc: Y.Doc,
  id: LinkId,
  change: Partial<LinkEnds>,
  origin: Origin = LOCAL,
): ChangeResult {
  const board = boardOf(doc)
  const before = board.links.get(id)
  const record = linksOf(doc).get(id)
  if (!before || !record) return { ok: false, reason: 'missingLink' }
  const after: LinkEnds = { kind: before.kind, from: before.from, to: before.to, ...change }
  const refused = refusalOf(board, after, id)
  if (refused) return { ok: false, reason: refused }
  if (sameAs(board, after, id)) return { ok: false, reason: 'existed' }
  const lost = Object.keys(LINK_FIELDS[before.kind]).filter(
    (field) =>
      !(field in LINK_FIELDS[after.kind]) || (after.to !== before.to && OF_END[after.kind]?.includes(field)),
  )
  doc.transact(() => {
    setFields(record, Object.fromEntries(lost.map((field) => [field, undefined])))
    setFields(record, { [LINK.kind]: after.kind, [LINK.from]: after.from, [LINK.to]: after.to })
  }, origin)
  return { ok: true }
}
