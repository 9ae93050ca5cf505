import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import type { FieldsOf, Kind } from '../card.ts'
import { freePlace } from '../free-place.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { addCard } from './add-card.ts'
import { putIntoIntervention } from './put-into-intervention.ts'

export interface PlacedCard<K extends Kind = Kind> {
  readonly kind: K
  readonly title?: string
  readonly fields?: FieldsOf<K>
  /** The card it should follow in reading order. */
  readonly after?: CardId | undefined
  /** The intervention an action belongs to. */
  readonly frame?: CardId | undefined
}

/** Adds a card from a list or a chooser, where nobody points at a spot: it finds a free one. Null when the board is full. */
export function placeCard<K extends Kind>(
  doc: Y.Doc,
  { kind, title = '', fields, after, frame }: PlacedCard<K>,
  origin: Origin = LOCAL,
): CardId | null {
  const at = freePlace(boardOf(doc), kind, after)
  const id = addCard(doc, { kind, at, title, ...(fields && { fields }) }, origin)
  if (id !== null && frame !== undefined) putIntoIntervention(doc, [id], frame, origin)
  return id
}
