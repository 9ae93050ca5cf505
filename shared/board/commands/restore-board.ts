import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD, cardsOf, HEADER, headerOf, isRecord, LINK, linksOf } from '../schema.ts'
import { markWentBack } from '../went-back.ts'
import type { WholeBoard } from '../whole.ts'
import { restoreEntries, restoreRecord } from './restore-records.ts'

/** How many cards and links going back has changed. */
export interface Restored {
  readonly cards: number
  readonly links: number
}

/**
 * Takes a whole board back to what it was (`then`, the state at record `to`), as one transaction on top of what it is:
 * the document is never replaced, so that what others write at the same moment merges with it. Cards that came since go
 * to the trash, links that came since go; what is said in comments is not unsaid. Writes nothing if nothing differs.
 */
export function restoreBoard(doc: Y.Doc, then: WholeBoard, to: number, origin: Origin = LOCAL): Restored {
  return doc.transact(() => {
    const cards = restoreCards(doc, then)
    const links = restoreLinks(doc, then.links, () => true)
    const isHeadChanged = restoreEntries(headerOf(doc), then.board, NOT_BACK)
    if (cards + links > 0 || isHeadChanged) markWentBack(doc, { to, card: null })
    return { cards, links }
  }, origin)
}

/** The version of the document only rises, what tells of going back is new each time, and what partners said stays said. */
const NOT_BACK: readonly string[] = [HEADER.schemaVersion, HEADER.wentBack, HEADER.agreement]

/**
 * The same for one card: its texts, its fields, its place and its links; null if it was not there then. Links to cards
 * that are gone for good do not come back, nor does a place in an intervention or a merge that is.
 */
export function restoreCard(
  doc: Y.Doc,
  then: WholeBoard,
  id: CardId,
  to: number,
  origin: Origin = LOCAL,
): Restored | null {
  const record = then.cards[id]
  if (record === undefined) return null
  return doc.transact(() => {
    const there = cardsOf(doc)
    const isGone = (value: unknown): boolean => typeof value === 'string' && !there.has(value)
    const kept = Object.entries(record).filter(([key, value]) => !(REFERENCES.includes(key) && isGone(value)))
    const cards = restoreRecord(there, id, Object.fromEntries(kept)) ? 1 : 0
    const touches = (link: Readonly<Record<string, unknown>>): boolean =>
      link[LINK.from] === id || link[LINK.to] === id
    const links = restoreLinks(doc, then.links, touches)
    if (cards + links > 0) markWentBack(doc, { to, card: id })
    return { cards, links }
  }, origin)
}

const REFERENCES: readonly string[] = ['intervention', 'mergedInto']

function restoreCards(doc: Y.Doc, then: WholeBoard): number {
  const cards = cardsOf(doc)
  let changed = 0
  for (const [id, record] of Object.entries(then.cards)) if (restoreRecord(cards, id, record)) changed++
  for (const [id, record] of cards.entries()) {
    if (Object.hasOwn(then.cards, id) || !isRecord(record) || record.get(CARD.deleted) === true) continue
    record.set(CARD.deleted, true)
    changed++
  }
  return changed
}

type Links = WholeBoard['links']

/** Brings back the links that are meant, if their two cards are there, and takes away those that came since. */
function restoreLinks(doc: Y.Doc, then: Links, isMeant: (link: Links[string]) => boolean): number {
  const [links, cards] = [linksOf(doc), cardsOf(doc)]
  const hangs = (end: unknown): boolean => typeof end === 'string' && !cards.has(end)
  let changed = 0
  for (const [id, link] of Object.entries(then)) {
    if (!isMeant(link) || hangs(link[LINK.from]) || hangs(link[LINK.to])) continue
    if (restoreRecord(links, id, link)) changed++
  }
  for (const [id, record] of [...links.entries()]) {
    const ends = isRecord(record) ? { from: record.get(LINK.from), to: record.get(LINK.to) } : {}
    if (Object.hasOwn(then, id) || !isMeant(ends)) continue
    links.delete(id)
    changed++
  }
  return changed
}
