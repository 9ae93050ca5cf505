import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf, type Board } from '../board.ts'
import type { Point } from '../card.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD, cardsOf } from '../schema.ts'
import { boxOn, hiddenBy } from '../folded.ts'
import { clearOf } from '../tidy/clear-of.ts'
import { flow } from '../tidy/flow.ts'
import { sectionsOf, type TidyBy } from '../tidy/sections.ts'
import { unitsOf, type Part, type Unit } from '../tidy/unit.ts'

/**
 * Puts the whole board in order, as one step: nothing is added, taken away or moved to another intervention. What is locked
 * keeps its place, a locked frame with all that it holds, and nothing is laid on it.
 */
export function tidyBoard(doc: Y.Doc, by: TidyBy, origin: Origin = LOCAL): void {
  doc.transact(() => {
    const board = boardOf(doc)
    for (const { id, at, size } of tidied(board, by)) {
      const record = cardsOf(doc).get(id)
      const card = board.cards.get(id)
      if (!record || !card) continue
      if (card.at[0] !== at[0] || card.at[1] !== at[1]) record.set(CARD.at, [...at])
      if (size && (card.size[0] !== size[0] || card.size[1] !== size[1])) record.set(CARD.size, [...size])
    }
  }, origin)
}

/** Where every card of a tidy board stands; the top left corner stays where the board's was. */
export function tidied(board: Board, by: TidyBy): Part[] {
  const all = unitsOf(board)
  const units = all.filter(({ id }) => !board.cards.get(id)?.locked)
  const neighbours = neighboursOf(board, units)
  const [left, top] = cornerOf(units, board)
  const stays = all
    .filter(({ id }) => board.cards.get(id)?.locked)
    .flatMap(({ parts }) => parts.flatMap(({ id }) => board.cards.get(id) ?? []))
    .filter((card) => hiddenBy(card, (id) => board.cards.get(id)) === null)
    .map(boxOn)
    .map((box) => ({ ...box, x: box.x - left, y: box.y - top }))
  const placed = clearOf(flow(sectionsOf(board, units, neighbours, by), neighbours), stays)
  return placed.flatMap(({ unit, at }) =>
    unit.parts.map((part) => ({
      ...part,
      at: [left + at[0] + part.at[0], top + at[1] + part.at[1]] as const,
    })),
  )
}

/** Which units are linked with which, through any of their cards. */
function neighboursOf(board: Board, units: readonly Unit[]): ReadonlyMap<CardId, readonly CardId[]> {
  const unitOf = new Map(units.flatMap((unit) => unit.parts.map(({ id }) => [id, unit.id] as const)))
  const neighbours = new Map<CardId, CardId[]>()
  const join = (one: CardId, other: CardId): void => {
    const known = neighbours.get(one)
    if (known) known.push(other)
    else neighbours.set(one, [other])
  }
  for (const { from, to } of board.links.values()) {
    const [first, second] = [unitOf.get(from), unitOf.get(to)]
    if (first === undefined || second === undefined || first === second) continue
    join(first, second)
    join(second, first)
  }
  return neighbours
}

function cornerOf(units: readonly Unit[], { cards }: Board): Point {
  let corner: Point | null = null
  for (const { id } of units) {
    const at = cards.get(id)?.at
    if (at) corner = corner === null ? at : [Math.min(corner[0], at[0]), Math.min(corner[1], at[1])]
  }
  return corner === null ? [0, 0] : [Math.round(corner[0]), Math.round(corner[1])]
}
