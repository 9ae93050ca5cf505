import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import type { Board } from '../board.ts'
import { isFrame, type Card, type Point, type Size } from '../card.ts'
import { isFolded, sizeOn } from '../folded.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD, cardsOf, FRAME_MIN_SIZE } from '../schema.ts'

export interface Move {
  readonly id: CardId
  readonly to: Point
  /** Where the dropped action now belongs: a frame, null for none, undefined to leave it as it was. */
  readonly intervention?: CardId | null
}

/** Moves cards to places, whole points of the board, as one step. */
export function moveCards(doc: Y.Doc, moves: readonly Move[], origin: Origin = LOCAL): void {
  doc.transact(() => {
    for (const { id, to, intervention } of moves) {
      const record = cardsOf(doc).get(id)
      if (!record) continue
      record.set(CARD.at, [Math.round(to[0]), Math.round(to[1])])
      if (intervention === undefined || record.get(CARD.kind) !== 'action') continue
      if (intervention === null) record.delete('intervention')
      else record.set('intervention', intervention)
    }
  }, origin)
}

/** Gives a frame a new size (and place, when it grows to the left or upwards). Cards are not resized. */
export function resizeFrame(doc: Y.Doc, id: CardId, at: Point, size: Size, origin: Origin = LOCAL): void {
  const record = cardsOf(doc).get(id)
  if (!record || !isFrame({ kind: String(record.get(CARD.kind)) })) return
  doc.transact(() => {
    record.set(CARD.at, [Math.round(at[0]), Math.round(at[1])])
    record.set(CARD.size, [
      Math.max(FRAME_MIN_SIZE[0], Math.round(size[0])),
      Math.max(FRAME_MIN_SIZE[1], Math.round(size[1])),
    ])
  }, origin)
}

/**
 * The cards that go with these when they move: an intervention takes its actions, and every frame takes what lies wholly
 * inside it, a zone also the interventions with all that is theirs. A folded frame takes what it was folded over. Returns
 * the given ids too, each once.
 */
export function carriedBy(board: Pick<Board, 'cards'>, ids: Iterable<CardId>): Set<CardId> {
  const carried = new Set<CardId>(ids)
  // The set grows while it is walked: a zone takes interventions, which take their actions.
  for (const id of carried) {
    const frame = board.cards.get(id)
    if (!frame || !isFrame(frame)) continue
    for (const card of board.cards.values()) if (isCarried(card, frame)) carried.add(card.id)
  }
  return carried
}

function isCarried(card: Card, frame: Card): boolean {
  if (card.kind === 'zone' || card.id === frame.id) return false
  if (card.kind === 'action' && card.intervention !== undefined) return card.intervention === frame.id
  if (card.kind === 'intervention' && frame.kind !== 'zone') return false
  return isFolded(frame) ? card.foldedIn === frame.id : inside({ at: card.at, size: sizeOn(card) }, frame)
}

interface Placed {
  readonly at: Point
  readonly size: Size
}

/** Whether one box lies wholly within the other. */
export const inside = (inner: Placed, outer: Placed): boolean =>
  inner.at[0] >= outer.at[0] &&
  inner.at[1] >= outer.at[1] &&
  inner.at[0] + inner.size[0] <= outer.at[0] + outer.size[0] &&
  inner.at[1] + inner.size[1] <= outer.at[1] + outer.size[1]
