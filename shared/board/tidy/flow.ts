import type { CardId } from '../../ids.ts'
import type { Kind, Point, Size } from '../card.ts'
import type { Unit } from './unit.ts'

/** A unit and its top left corner, from that of the whole layout. */
export interface Placed {
  readonly unit: Unit
  readonly at: Point
}

/** The reading order of a board: needs, actions, axes, funds. What is not in it stands on a shelf below. */
const COLUMNS: readonly (readonly Kind[])[] = [['need'], ['intervention', 'action'], ['axis'], ['fund']]
/** Room between columns for the curves and the amounts on them. */
const BETWEEN = 132
const BETWEEN_SECTIONS = 96
const GAP = 28
const SWEEPS = 4
/** A column is at least this high before it is broken in two. */
const COLUMN_HEIGHT = 1200

/**
 * Lays sections out below each other, each by the flow of answers and money from left to right, with few crossings: a unit is
 * ordered by where those it is linked with stand (barycentre heuristic of Sugiyama, Tagawa and Toda, 1981). Columns are
 * in line through all sections.
 */
export function flow(
  sections: readonly (readonly Unit[])[],
  neighbours: ReadonlyMap<CardId, readonly CardId[]>,
): Placed[] {
  const stacked = sections.map((units) => stacksOf(units, neighbours))
  const widths = COLUMNS.map((_, nth) =>
    Math.max(...stacked.map(({ columns }) => columns[nth]?.size[0] ?? 0)),
  )
  const starts = startsOf(widths)
  const whole = Math.max(COLUMN_HEIGHT, ...starts.map((start, nth) => start + (widths[nth] ?? 0)))
  const placed: Placed[] = []
  let y = 0
  for (const { columns, rest } of stacked) {
    const tall = Math.max(0, ...columns.map(({ size }) => size[1]))
    for (const [nth, { units, size }] of columns.entries())
      place(units, [starts[nth] ?? 0, y + Math.round((tall - size[1]) / 2)])
    const shelf = stack(rest, whole, 'across')
    const shelfTop = tall === 0 ? 0 : tall + BETWEEN / 2
    place(shelf.units, [0, y + shelfTop])
    y += (rest.length === 0 ? tall : shelfTop + shelf.size[1]) + BETWEEN_SECTIONS
  }
  return placed

  function place(units: readonly Placed[], corner: Point): void {
    for (const { unit, at } of units) placed.push({ unit, at: [corner[0] + at[0], corner[1] + at[1]] })
  }
}

interface Stack {
  readonly units: readonly Placed[]
  readonly size: Size
}

function stacksOf(units: readonly Unit[], neighbours: ReadonlyMap<CardId, readonly CardId[]>) {
  const columns = COLUMNS.map((kinds) => units.filter(({ kind }) => kinds.includes(kind)))
  const tallest = units.reduce((most, { size }) => Math.max(most, size[1]), COLUMN_HEIGHT)
  const height = Math.max(tallest, Math.sqrt(areaOf(units)))
  return {
    columns: ordered(columns, neighbours).map((column) => stack(column, height, 'down')),
    rest: units.filter(({ kind }) => !COLUMNS.flat().includes(kind)),
  }
}

/** Where each column begins; an empty one takes no room. */
function startsOf(widths: readonly number[]): number[] {
  let x = 0
  return widths.map((width) => {
    const start = x
    if (width > 0) x += width + BETWEEN
    return start
  })
}

const areaOf = (units: readonly Unit[]): number =>
  units.reduce((sum, { size }) => sum + (size[0] + GAP) * (size[1] + GAP), 0)

/** Moves each unit to the mean place of its neighbours in the other columns, to and fro. */
function ordered(
  columns: readonly (readonly Unit[])[],
  neighbours: ReadonlyMap<CardId, readonly CardId[]>,
): readonly (readonly Unit[])[] {
  let now = columns
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0
    for (const nth of forth ? [0, 1, 2, 3] : [3, 2, 1, 0]) {
      const places = placesIn(now.filter((_, other) => other !== nth))
      now = now.map((column, other) => (other === nth ? byBarycentre(column, places, neighbours) : column))
    }
  }
  return now
}

/** Between 0 and 1 in its column, whatever the column's length. */
function placesIn(columns: readonly (readonly Unit[])[]): ReadonlyMap<CardId, number> {
  const places = new Map<CardId, number>()
  for (const column of columns)
    for (const [nth, { id }] of column.entries()) places.set(id, (nth + 0.5) / column.length)
  return places
}

function byBarycentre(
  column: readonly Unit[],
  places: ReadonlyMap<CardId, number>,
  neighbours: ReadonlyMap<CardId, readonly CardId[]>,
): readonly Unit[] {
  const wished = column.map((unit, nth) => {
    const seen = (neighbours.get(unit.id) ?? []).flatMap((id) => places.get(id) ?? [])
    const own = (nth + 0.5) / column.length
    return { unit, at: seen.length === 0 ? own : seen.reduce((sum, one) => sum + one, 0) / seen.length }
  })
  return wished.sort((a, b) => a.at - b.at).map(({ unit }) => unit)
}

/** One after the other, in a new row or column when `limit` is reached. */
function stack(units: readonly Unit[], limit: number, way: 'down' | 'across'): Stack {
  const [along, beside] = way === 'down' ? ([1, 0] as const) : ([0, 1] as const)
  const placed: Placed[] = []
  let [main, cross, thick, longest] = [0, 0, 0, 0]
  for (const unit of units) {
    if (main > 0 && main + unit.size[along] > limit) {
      cross += thick + GAP
      main = thick = 0
    }
    placed.push({ unit, at: way === 'down' ? [cross, main] : [main, cross] })
    main += unit.size[along] + GAP
    thick = Math.max(thick, unit.size[beside])
    longest = Math.max(longest, main - GAP)
  }
  const across = cross + thick
  return { units: placed, size: way === 'down' ? [across, longest] : [longest, across] }
}
