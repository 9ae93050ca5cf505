import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD, cardsOf } from '../schema.ts'

/** Puts cards in the trash. The record stays, so that undo and restore keep what a colleague typed meanwhile. */
export function trashCards(doc: Y.Doc, ids: Iterable<CardId>, origin: Origin = LOCAL): void {
  doc.transact(() => {
    for (const id of ids) cardsOf(doc).get(id)?.set(CARD.deleted, true)
  }, origin)
}

/** Brings cards back from the trash with the links they had. */
export function restoreCards(doc: Y.Doc, ids: Iterable<CardId>, origin: Origin = LOCAL): void {
  doc.transact(() => {
    for (const id of ids) cardsOf(doc).get(id)?.delete(CARD.deleted)
  }, origin)
}
