import type { CardId } from '../../ids.ts'
import type { Board } from '../board.ts'
import { isFrame, type Card, type Point } from '../card.ts'
import { outlineOf } from '../outline.ts'
import { carriedBy, type Move } from './move-cards.ts'

/**
 * The moves that let a card change places with the one read before it (step −1) or after it (1) among its like: needs with
 * needs, the actions of an intervention among themselves. Order is where cards stand, so both move, a frame with all it
 * carries. None at the end of the row.
 */
export function reorderMoves(board: Pick<Board, 'cards'>, id: CardId, step: -1 | 1): readonly Move[] {
  // What is locked changes places with nothing.
  const row = likeOf(board, id).filter((card) => !card.locked)
  const at = row.findIndex((card) => card.id === id)
  const [first, second] = [row[step < 0 ? at - 1 : at], row[step < 0 ? at : at + 1]]
  if (at < 0 || !first || !second) return []
  const [toFirst, toSecond] = exchanged(first, second)
  return [...movesOf(board, first, toFirst), ...movesOf(board, second, toSecond)]
}

/** The cards a card is read among, in their order: its like, and of actions those of the same intervention. */
export function likeOf(board: Pick<Board, 'cards'>, id: CardId): readonly Card[] {
  const { interventions, looseActions, others } = outlineOf(board)
  const rows: (readonly Card[])[] = [
    interventions.map(({ frame }) => frame),
    ...interventions.map(({ actions }) => actions),
    looseActions,
  ]
  const kind = board.cards.get(id)?.kind
  return rows.find((row) => row.some((card) => card.id === id)) ?? others.filter((card) => card.kind === kind)
}

/** Where two neighbours stand afterwards: the second in the place of the first, the first after it with the same gap. */
function exchanged(first: Card, second: Card): readonly [Point, Point] {
  const [x, y] = first.at
  const [toX, toY] = second.at
  const gapDown = toY - y - first.size[1]
  const gapRight = toX - x - first.size[0]
  if (toX === x && toY === y) return [[x, y + 1], first.at]
  if (gapDown >= 0) return [[toX, y + second.size[1] + gapDown], first.at]
  if (gapRight >= 0) return [[x + second.size[0] + gapRight, toY], first.at]
  return [second.at, first.at]
}

function movesOf(board: Pick<Board, 'cards'>, card: Card, to: Point): Move[] {
  const by: Point = [to[0] - card.at[0], to[1] - card.at[1]]
  const ids = isFrame(card) ? carriedBy(board, [card.id]) : [card.id]
  return [...ids].flatMap((id) => {
    const one = board.cards.get(id)
    return one ? [{ id, to: [one.at[0] + by[0], one.at[1] + by[1]] as const }] : []
  })
}
