import type * as Y from 'yjs'
import { around, boxOf } from '../../geometry/box.ts'
import { newId, type CardId, type LinkId } from '../../ids.ts'
import type { Board } from '../board.ts'
import { FIELDS, isFrame, LYING, type Card, type Point } from '../card.ts'
import { fits, LINK_FIELDS, type Link } from '../link.ts'
import { LOCAL, type Origin } from '../origin.ts'
import type { Pieces } from '../pieces.ts'
import { cardsOf, LIMITS, linksOf } from '../schema.ts'
import { cardRecord, linkRecord, type PlainFields } from './records.ts'

/**
 * Pieces from elsewhere as new ones: fresh ids, moved by `by`, and every mention of a card made one of its new id. What
 * mentions a card that did not come along, and links that fit no pair, are left out. Merged needs stay merged.
 */
export function renewed({ cards, links }: Pieces, by: Point): Pieces {
  const ids = new Map(cards.map(({ id }) => [id, newId<CardId>()]))
  const kinds = new Map(cards.map(({ id, kind }) => [id, kind]))
  const known = (id: string): CardId | undefined => ids.get(id as CardId)
  return {
    cards: cards.map((card): Card => ({
      ...withMentions(card, known),
      id: known(card.id) ?? newId<CardId>(),
      at: [Math.round(card.at[0] + by[0]), Math.round(card.at[1] + by[1])],
    })),
    links: links.flatMap((link): Link[] => {
      const [from, to] = [known(link.from), known(link.to)]
      const [fromKind, toKind] = [kinds.get(link.from), kinds.get(link.to)]
      if (!from || !to || from === to || !fromKind || !toKind || !fits(link.kind, fromKind, toKind)) return []
      const axis = link.kind === 'finances' && link.axis !== undefined ? { axis: known(link.axis) } : {}
      return [{ ...link, ...axis, id: newId<LinkId>(), from, to } as Link]
    }),
  }
}

/** Whether the table has room for all of them. */
export const hasRoom = (doc: Y.Doc, { cards, links }: Pieces): boolean =>
  cardsOf(doc).size + cards.length <= LIMITS.cards && linksOf(doc).size + links.length <= LIMITS.links

/** Where what is brought in begins: below everything that is on the table. */
export function cornerBelow({ cards }: Pick<Board, 'cards'>): Point {
  const box = around([...cards.values()].map(boxOf))
  return box ? [box.x, box.y + box.height + GAP] : [0, 0]
}

const GAP = 96

/** Writes pieces under the ids they have, in one transaction. */
export function bringPieces(doc: Y.Doc, { cards, links }: Pieces, origin: Origin = LOCAL): void {
  doc.transact(() => {
    for (const card of cards) {
      const size = isFrame(card) ? card.size : undefined
      const fields = pick(card, [...Object.keys(FIELDS[card.kind]), ...Object.keys(LYING)])
      cardsOf(doc).set(card.id, cardRecord(card.kind, card.at, size, card.title, card.body, fields))
    }
    for (const link of links) {
      const fields = pick(link, Object.keys(LINK_FIELDS[link.kind]))
      linksOf(doc).set(link.id, linkRecord(link.kind, link.from, link.to, fields))
    }
  }, origin)
}

function withMentions(one: Card, known: (id: string) => CardId | undefined): Card {
  const card = one.foldedIn === undefined ? one : replaced(one, 'foldedIn', known(one.foldedIn))
  if (card.kind === 'action' && card.intervention !== undefined)
    return replaced(card, 'intervention', known(card.intervention))
  if (card.kind === 'need' && card.mergedInto !== undefined)
    return replaced(card, 'mergedInto', known(card.mergedInto))
  return card
}

function replaced<C extends Card>(card: C, key: keyof C, id: CardId | undefined): C {
  const { [key]: _, ...rest } = card
  return (id === undefined ? rest : { ...rest, [key]: id }) as C
}

const pick = (from: object, keys: readonly string[]): PlainFields =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))) as PlainFields
