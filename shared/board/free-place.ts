import type { CardId } from '../ids.ts'
import type { Board } from './board.ts'
import { isFrame, type Card, type Kind, type Point, type Size } from './card.ts'
import { inReadingOrder } from './outline.ts'
import { CARD_SIZE, FRAME_MIN_SIZE } from './schema.ts'

const GAP = 24
const COLUMN = 360

/** Where the columns of an empty board stand, in the order of reading: needs, actions, axes, funds, the others. */
const COLUMN_OF: Readonly<Record<Kind, number>> = {
  need: 0,
  intervention: 1,
  action: 1,
  axis: 2,
  fund: 3,
  partner: 4,
  context: 4,
  note: 5,
  zone: 6,
}

interface Box {
  readonly at: Point
  readonly size: Size
}

/**
 * A free spot for a new card that nobody placed by hand: next to the card it should follow, else under the last of its
 * kind, else where its kind is read. It keeps a gap from every card and frame, so that no frame seems to hold it, and
 * lies below or to the right of the card it follows, so that it is read after it.
 */
export function freePlace(board: Pick<Board, 'cards'>, kind: Kind, after?: CardId): Point {
  const boxes: readonly Box[] = [...board.cards.values()]
  const size: Size = isFrame({ kind }) ? FRAME_MIN_SIZE : CARD_SIZE
  const followed = (after && board.cards.get(after)) ?? lastOfKind(board, kind)
  const start = followed?.at ?? columnStart(board, kind)
  for (let distance = followed ? 1 : 0; ; distance++) {
    // Below first, then each time a step to the right and one up.
    for (let column = 0; column <= distance; column++) {
      const below = followed ? followed.size[1] : size[1]
      const row = distance - column
      const at: Point = [
        start[0] + column * (size[0] + GAP),
        row === 0 ? start[1] : start[1] + below + GAP + (row - 1) * (size[1] + GAP),
      ]
      if (boxes.every((box) => apart({ at, size }, box))) return at
      if (after === undefined) break
    }
  }
}

/** Actions in a frame follow their frame, not the column of the loose ones. */
function lastOfKind(board: Pick<Board, 'cards'>, kind: Kind): Card | undefined {
  const own = [...board.cards.values()].filter(
    (card) => card.kind === kind && !(card.kind === 'action' && card.intervention !== undefined),
  )
  return inReadingOrder(own).at(-1)
}

/** The place kept for a kind beside the columns that are there. */
function columnStart(board: Pick<Board, 'cards'>, kind: Kind): Point {
  const origins = [...board.cards.values()].map(({ at, kind: there }) => [
    at[0] - COLUMN_OF[there] * COLUMN,
    at[1],
  ])
  const least = (axis: 0 | 1): number =>
    origins.length === 0 ? 0 : origins.reduce((low, at) => Math.min(low, at[axis] ?? low), Infinity)
  return [least(0) + COLUMN_OF[kind] * COLUMN, least(1)]
}

/** Whether two boxes keep a gap between them. */
const apart = (one: Box, other: Box): boolean =>
  one.at[0] + one.size[0] + GAP <= other.at[0] ||
  other.at[0] + other.size[0] + GAP <= one.at[0] ||
  one.at[1] + one.size[1] + GAP <= other.at[1] ||
  other.at[1] + other.size[1] + GAP <= one.at[1]
