import type * as Y from 'yjs'
import { newId, type CardId, type LinkId } from '../../ids.ts'
import { FIELDS, isFrame, type Card, type Point } from '../card.ts'
import { fits, LINK_FIELDS, type Link } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import type { Pieces } from '../pieces.ts'
import { cardsOf, LIMITS, linksOf } from '../schema.ts'
import { cardRecord, linkRecord, type PlainFields } from './records.ts'

/**
 * Puts pieces on the table as new cards, moved by `by`, in one transaction. A copy speaks for itself: it is merged into
 * nothing; it belongs to the copy of its intervention, or to the intervention itself where that is on this table. Returns
 * the copies by the id of what they are copies of; null, having done nothing, when the table has no room for all.
 */
export function putPieces(
  doc: Y.Doc,
  { cards, links }: Pieces,
  by: Point,
  origin: Origin = LOCAL,
): ReadonlyMap<CardId, CardId> | null {
  const here = cardsOf(doc)
  if (here.size + cards.length > LIMITS.cards || linksOf(doc).size + links.length > LIMITS.links) return null
  const copies = new Map(cards.map(({ id }) => [id, newId<CardId>()]))
  const kinds = new Map(cards.map(({ id, kind }) => [id, kind]))
  const known = (id: string): string | undefined =>
    copies.get(id as CardId) ?? (here.has(id) ? id : undefined)
  const groups = new Map<string, string>()
  const groupOf = (group: string): string => {
    const fresh = groups.get(group) ?? newId<CardId>()
    groups.set(group, fresh)
    return fresh
  }
  doc.transact(() => {
    for (const card of cards) {
      const at: Point = [Math.round(card.at[0] + by[0]), Math.round(card.at[1] + by[1])]
      const size = isFrame(card) ? card.size : undefined
      here.set(
        copies.get(card.id) ?? newId<CardId>(),
        cardRecord(card.kind, at, size, card.title, card.body, fieldsOf(card, known, groupOf)),
      )
    }
    for (const link of links) {
      const [from, to] = [copies.get(link.from), copies.get(link.to)]
      const [fromKind, toKind] = [kinds.get(link.from), kinds.get(link.to)]
      if (from && to && from !== to && fromKind && toKind && fits(link.kind, fromKind, toKind))
        linksOf(doc).set(newId<LinkId>(), linkRecord(link.kind, from, to, linkFields(link, known)))
    }
  }, origin)
  return copies
}

function fieldsOf(
  card: Card,
  known: (id: string) => string | undefined,
  groupOf: (group: string) => string,
): PlainFields {
  const fields = {
    ...pick(card, Object.keys(FIELDS[card.kind])),
    ...lyingOf(card, known, groupOf),
  }
  if (card.kind === 'action' && card.intervention !== undefined)
    return { ...fields, intervention: known(card.intervention) }
  return card.kind === 'need' ? { ...fields, mergedInto: undefined } : fields
}

/** A copy is there to be put elsewhere: it is not locked, and its group is that of the copies. */
const lyingOf = (
  { rank, group, folded, foldedIn }: Card,
  known: (id: string) => string | undefined,
  groupOf: (group: string) => string,
): PlainFields => ({
  rank,
  group: group === undefined ? undefined : groupOf(group),
  folded,
  foldedIn: foldedIn === undefined ? undefined : known(foldedIn),
})

/** The axis of an amount is the id of a card. */
function linkFields(link: Link, known: (id: string) => string | undefined): PlainFields {
  const fields = pick(link, Object.keys(LINK_FIELDS[link.kind]))
  return link.kind === 'finances' && link.axis !== undefined ? { ...fields, axis: known(link.axis) } : fields
}

const pick = (from: object, keys: readonly string[]): PlainFields =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))) as PlainFields
