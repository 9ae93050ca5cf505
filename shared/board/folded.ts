import type { Box } from '../geometry/box.ts'
import type { CardId } from '../ids.ts'
import { isFrame, type Card, type Size } from './card.ts'

/** What a folded frame measures, whatever its size when it is open. */
export const FOLDED_SIZE: Size = [300, 88]

/** Whether only a frame's heading is shown. */
export const isFolded = (card: Card): boolean => isFrame(card) && card.folded === true

export const sizeOn = (card: Card): Size => (isFolded(card) ? FOLDED_SIZE : card.size)

/** Where a card is seen, as it lies: a folded frame is small. */
export function boxOn(card: Card): Box {
  const [width, height] = sizeOn(card)
  return { x: card.at[0], y: card.at[1], width, height }
}

/** The frame that a card goes with: the intervention of an action, or the frame that was folded over it. */
export const frameOf = (card: Card): CardId | null =>
  ((card.kind === 'action' ? card.intervention : undefined) ?? card.foldedIn ?? null) as CardId | null

/** Frames in frames that a script may have made go round in circles. */
const DEEPEST = 4

/** The outermost frame whose folding hides a card; null when it is seen. */
export function hiddenBy(card: Card, cardOf: (id: CardId) => Card | undefined): CardId | null {
  let hider: CardId | null = null
  let inner = card
  for (let depth = 0; depth < DEEPEST; depth++) {
    const id = frameOf(inner)
    const frame = id === null ? undefined : cardOf(id)
    if (!frame || frame.deleted || !isFrame(frame) || frame.id === card.id) break
    if (isFolded(frame)) hider = frame.id
    inner = frame
  }
  return hider
}
