import type * as Y from 'yjs'
import { newId, type CardId } from '../../ids.ts'
import { isFrame, type FieldsOf, type Kind, type Point, type Size } from '../card.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf, FRAME_MIN_SIZE, LIMITS } from '../schema.ts'
import { cardRecord, type PlainFields } from './records.ts'

export interface NewCard<K extends Kind = Kind> {
  readonly kind: K
  readonly at: Point
  readonly size?: Size
  readonly title?: string
  readonly body?: string
  readonly fields?: FieldsOf<K>
  /** Given by tests and imports; otherwise fresh. */
  readonly id?: CardId
}

/** Puts a card on the table and returns its id, or null when the board is full (`LIMITS.cards`). */
export function addCard<K extends Kind>(doc: Y.Doc, card: NewCard<K>, origin: Origin = LOCAL): CardId | null {
  const cards = cardsOf(doc)
  if (cards.size >= LIMITS.cards) return null
  const id = card.id ?? newId<CardId>()
  const size = isFrame(card) ? (card.size ?? FRAME_MIN_SIZE) : undefined
  const fields = (card.fields ?? {}) as PlainFields
  doc.transact(
    () => cards.set(id, cardRecord(card.kind, card.at, size, card.title ?? '', card.body ?? '', fields)),
    origin,
  )
  return id
}
