import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD, CARD_SIZE, cardsOf } from '../schema.ts'
import { inside } from './move-cards.ts'

const GAP = 28
const HEADING = 56

/**
 * Puts actions into an intervention (null: takes them out), chosen in a list rather than dragged. An action that lies
 * outside the frame is moved under the last one inside, and the frame grows to hold it, so that the drawing stays true.
 */
export function putIntoIntervention(
  doc: Y.Doc,
  actions: readonly CardId[],
  frameId: CardId | null,
  origin: Origin = LOCAL,
): void {
  const { cards } = boardOf(doc)
  const frame = frameId === null ? null : cards.get(frameId)
  if (frame !== null && frame?.kind !== 'intervention') return
  doc.transact(() => {
    let bottom = 0
    if (frame) {
      const members = [...cards.values()].filter(
        (card) => card.kind === 'action' && card.intervention === frame.id,
      )
      bottom = Math.max(frame.at[1] + HEADING, ...members.map((card) => card.at[1] + card.size[1] + GAP))
    }
    for (const id of actions) {
      const card = cards.get(id)
      const record = cardsOf(doc).get(id)
      if (card?.kind !== 'action' || !record) continue
      if (!frame) {
        record.delete('intervention')
        continue
      }
      record.set('intervention', frame.id)
      if (inside(card, frame)) continue
      record.set(CARD.at, [frame.at[0] + GAP, bottom])
      bottom += CARD_SIZE[1] + GAP
    }
    if (!frame) return
    const size = [
      Math.max(frame.size[0], CARD_SIZE[0] + 2 * GAP),
      Math.max(frame.size[1], bottom - frame.at[1]),
    ]
    if (size[0] !== frame.size[0] || size[1] !== frame.size[1])
      cardsOf(doc).get(frame.id)?.set(CARD.size, size)
  }, origin)
}
