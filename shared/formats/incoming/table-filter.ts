import type { Grid } from './grid.ts'
import { plainWord } from './plain-word.ts'
import { partsOf } from './read-value.ts'

/** Which rows of a table are wanted; what is not said does not matter. */
export interface TableFilter {
  /** For some columns, the values of which one must be there. */
  readonly columns: readonly { readonly at: number; readonly values: readonly string[] }[]
  /** Words that must all stand somewhere in the row. */
  readonly words: string
}

/** The table with its headings and the rows that are wanted. */
export function filtered(grid: Grid, { columns, words }: TableFilter): Grid {
  const wanted = columns.filter(({ values }) => values.length > 0)
  const sought = plainWord(words)
    .split(' ')
    .filter((word) => word !== '')
  if (wanted.length === 0 && sought.length === 0) return grid
  const [head, ...rows] = grid.rows
  const kept = rows.filter(({ cells }) => {
    const fits = wanted.every(({ at, values }) =>
      partsIn(cells[at] ?? '', head?.cells[at]).some((part) => values.includes(part)),
    )
    if (!fits || sought.length === 0) return fits
    const text = plainWord(cells.join(' '))
    return sought.every((word) => text.includes(word))
  })
  return { ...grid, rows: head ? [head, ...kept] : [] }
}

/** The values of a column by how often they occur, the most frequent first; a cell of several counts for each. */
export function valuesIn(
  { rows }: Grid,
  at: number,
  most: number,
): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  const [head, ...others] = rows
  for (const { cells } of others)
    for (const part of partsIn(cells[at] ?? '', head?.cells[at]))
      counts.set(part, (counts.get(part) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
}

/** Places as they become those of a card, by commas too; a theme may have a comma in its name. */
function partsIn(cell: string, heading: string | undefined): string[] {
  const isPlaces = /^(city|place)$/.test(filterOf(heading ?? '') ?? '')
  return (isPlaces ? partsOf(cell) : cell.split(/:::|\n|;/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Columns that tell city, place and theme, by what their headings say. */
export const FILTERED_BY = ['city', 'place', 'theme'] as const
export type FilteredBy = (typeof FILTERED_BY)[number]

const HEADINGS: Readonly<Record<FilteredBy, RegExp>> = {
  city: /^(citta|comune|den comune|city|municipality|territori)$/,
  place: /^(quartiere|quartieri|municipio|zona|luogo|luoghi|territorio|indirizzo|place|neighbourhood|area)$/,
  theme: /^(tema|temi|theme|themes|politica|politiche|policies|settore|ambito|oc tema sintetico)$/,
}

const filterOf = (heading: string): FilteredBy | undefined =>
  FILTERED_BY.find((by) => HEADINGS[by].test(plainWord(heading)))

export function filterColumns(headings: readonly string[]): Partial<Record<FilteredBy, number>> {
  const found: Partial<Record<FilteredBy, number>> = {}
  for (const by of FILTERED_BY) {
    const at = headings.findIndex((heading) => filterOf(heading) === by)
    if (at >= 0) found[by] = at
  }
  return found
}
