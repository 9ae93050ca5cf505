import type { Grid } from '../incoming/grid.ts'
import { plainWord } from '../incoming/plain-word.ts'
import type { ReadValue } from '../incoming/read-value.ts'
import { kept, type Trouble, type Where } from '../incoming/trouble.ts'

/** A row of one of our own sheets, its cells by the words of their headings. */
export interface NamedRow {
  readonly where: Where
  /** The text under a heading; empty when there is none. */
  text(heading: string): string
  /** The value under a heading as it is read; undefined when it is empty, or unreadable and therefore named. */
  value(heading: string, read: ReadValue): unknown
}

export function* namedRows(grid: Grid, troubles: Trouble[]): Generator<NamedRow> {
  const [head, ...rows] = grid.rows
  troubles.push(...grid.troubles)
  const at = new Map((head?.cells ?? []).map((heading, nth) => [plainWord(heading), nth]))
  for (const { row, cells } of rows) {
    const where = { sheet: grid.name, row }
    const text = (heading: string): string => cells[at.get(plainWord(heading)) ?? -1] ?? ''
    yield {
      where,
      text,
      value(heading, read) {
        const cell = text(heading)
        if (cell === '') return undefined
        const value = read(cell)
        if ('code' in value) troubles.push(kept(value.code, { ...where, field: heading }, value.about))
        return value.ok ? value.value : undefined
      },
    }
  }
}
