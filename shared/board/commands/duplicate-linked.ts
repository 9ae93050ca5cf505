import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { newId, type LinkId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import type { Point } from '../card.ts'
import { LINK_FIELDS } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import type { Pieces } from '../pieces.ts'
import { LIMITS, linksOf } from '../schema.ts'
import { putPieces } from './put-pieces.ts'
import { linkRecord } from './records.ts'

/**
 * Copies pieces of this table, and joins each copy to the cards that its original is joined to: the same needs, axes, funds
 * and partners. Amounts are left to be written: a copy must not double the money. An action of which another is enabled
 * is not enabled twice. Returns the copies by their originals; null, having done nothing, when there is no room.
 */
export function duplicateLinked(
  doc: Y.Doc,
  pieces: Pieces,
  by: Point,
  origin: Origin = LOCAL,
): ReadonlyMap<CardId, CardId> | null {
  const taken = new Set(pieces.cards.map(({ id }) => id))
  const outward = [...boardOf(doc).links.values()].filter(
    ({ kind, from, to }) => kind !== 'enables' && taken.has(from) !== taken.has(to),
  )
  if (linksOf(doc).size + pieces.links.length + outward.length > LIMITS.links) return null
  return doc.transact(() => {
    const copies = putPieces(doc, pieces, by, origin)
    if (!copies) return null
    for (const link of outward) {
      const plain = Object.entries(link).filter(([key]) => key in LINK_FIELDS[link.kind] && !MONEY.has(key))
      const fields = Object.fromEntries(plain) as Parameters<typeof linkRecord>[3]
      const [from, to] = [copies.get(link.from) ?? link.from, copies.get(link.to) ?? link.to]
      linksOf(doc).set(newId<LinkId>(), linkRecord(link.kind, from, to, fields))
    }
    return copies
  }, origin)
}

const MONEY: ReadonlySet<string> = new Set(['cents', 'years'])
