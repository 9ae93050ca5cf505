import type { CardId } from '../../ids.ts'
import type { Board } from '../board.ts'
import type { Card } from '../card.ts'
import type { Unit } from './unit.ts'

/** How a board can be put in order: by the flow alone, or in bands of one place or one axis each. */
export type TidyBy = 'flow' | 'place' | 'axis'

/**
 * The bands of a tidy board, from top to bottom: units of one place or axis together, those of none last. A unit goes where most
 * of its cards belong; a card without a place or axis of its own follows those it is linked with.
 */
export function sectionsOf(
  board: Board,
  units: readonly Unit[],
  neighbours: ReadonlyMap<CardId, readonly CardId[]>,
  by: TidyBy,
): Unit[][] {
  if (by === 'flow') return [[...units]]
  const own = by === 'place' ? placeOf : axisIn(board)
  const names = new Map<CardId, string>()
  for (const unit of units) {
    const name = mostOf(unit.parts.flatMap(({ id }) => own(board.cards.get(id)) ?? []))
    if (name !== null) names.set(unit.id, name)
  }
  for (const { id } of units) {
    if (names.has(id)) continue
    const followed = mostOf((neighbours.get(id) ?? []).flatMap((one) => names.get(one) ?? []))
    if (followed !== null) names.set(id, followed)
  }
  const sections = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const name = names.get(unit.id) ?? null
    sections.set(name, [...(sections.get(name) ?? []), unit])
  }
  const without = sections.get(null) ?? []
  sections.delete(null)
  return [...sections.values(), ...(without.length > 0 ? [without] : [])]
}

const placeOf = (card: Card | undefined): string | null =>
  card && 'places' in card ? (card.places?.[0] ?? null) : null

/** An action belongs to the first axis it stands under, an axis to itself. */
function axisIn(board: Board): (card: Card | undefined) => string | null {
  const axes = new Map<CardId, CardId>()
  for (const link of board.links.values())
    if (link.kind === 'programmedUnder' && !axes.has(link.from)) axes.set(link.from, link.to)
  return (card) => (card?.kind === 'axis' ? card.id : card ? (axes.get(card.id) ?? null) : null)
}

/** The name that occurs most, the first of them when several do. */
function mostOf(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let best: string | null = null
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name
  return best
}
