import type * as Y from 'yjs'
import { newId, type CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { isFrame } from '../card.ts'
import { isFolded } from '../folded.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf } from '../schema.ts'
import { carriedBy } from './move-cards.ts'
import { setFields, type PlainFields } from './records.ts'

/** How cards lie: which keep their place, which go together, which frames are folded. */

/** Lets cards keep their place, or be moved again. */
export const lockCards = (
  doc: Y.Doc,
  ids: Iterable<CardId>,
  isLocked: boolean,
  origin: Origin = LOCAL,
): void => set(doc, ids, { locked: isLocked || undefined }, origin)

/** Makes one group of cards, whatever groups they were in; `false`: none. */
export const groupCards = (
  doc: Y.Doc,
  ids: Iterable<CardId>,
  together: boolean,
  origin: Origin = LOCAL,
): void => set(doc, ids, { group: together ? newId<CardId>() : undefined }, origin)

/**
 * Folds frames, so that only their headings are seen, or opens them. What lies in one when it is folded stays in it until it is
 * opened, whatever is put where it lay.
 */
export function foldFrames(doc: Y.Doc, ids: Iterable<CardId>, folds: boolean, origin: Origin = LOCAL): void {
  const board = boardOf(doc)
  doc.transact(() => {
    for (const id of ids) {
      const frame = board.cards.get(id)
      if (!frame || !isFrame(frame)) continue
      const within = folds
        ? [...carriedBy(board, [id])].filter((one) => one !== id)
        : [...board.cards.values()].filter(({ foldedIn }) => foldedIn === id).map((card) => card.id)
      /** Actions go with their intervention, and what a frame inside holds folded stays in that. */
      const isHeld = (one: CardId): boolean => {
        const card = board.cards.get(one)
        if (card?.kind === 'action' && card.intervention !== undefined) return true
        const inner = card?.foldedIn === undefined ? undefined : board.cards.get(card.foldedIn as CardId)
        return inner !== undefined && inner.id !== id && isFolded(inner)
      }
      set(
        doc,
        within.filter((one) => !folds || !isHeld(one)),
        { foldedIn: folds ? id : undefined },
        origin,
      )
      set(doc, [id], { folded: folds || undefined }, origin)
    }
  }, origin)
}

function set(doc: Y.Doc, ids: Iterable<CardId>, fields: PlainFields, origin: Origin): void {
  doc.transact(() => {
    for (const id of ids) {
      const record = cardsOf(doc).get(id)
      if (record) setFields(record, fields)
    }
  }, origin)
}
