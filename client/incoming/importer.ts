import type { CardKind, Kind } from '../../shared/board/card.ts'
import type { Pieces } from '../../shared/board/pieces.ts'
import type { Card } from '../../shared/board/card.ts'
import { guessColumns, guessKind, type Reading } from '../../shared/formats/cards-csv/columns.ts'
import { cardsFromTable } from '../../shared/formats/cards-csv/read.ts'
import { readCsv } from '../../shared/formats/incoming/csv.ts'
import type { Grid } from '../../shared/formats/incoming/grid.ts'
import { laidOut } from '../../shared/formats/incoming/lay-out.ts'
import {
  filterColumns,
  filtered,
  valuesIn,
  type FilteredBy,
  type TableFilter,
} from '../../shared/formats/incoming/table-filter.ts'
import type { Trouble } from '../../shared/formats/incoming/trouble.ts'
import { withTags, type Tags } from '../../shared/formats/incoming/with-tags.ts'
import { readFile, tables, type FileReading } from '../../shared/formats/read-file.ts'

/** What the page asks. */
export type Asked =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'guess'; readonly table: number; readonly rowsAre: CardKind }
  | { readonly kind: 'make'; readonly table: number; readonly choices: Choices; readonly all: boolean }

/** How the rows of a table are to become cards. */
export interface Choices {
  readonly reading: Reading
  readonly filter: TableFilter
  /** Places and target groups that every card gets: what the list does not say and the table knows. */
  readonly tags: Tags
}

/** A table as it is shown: its headings, a few rows, and what it can be filtered by. */
export interface ShownTable {
  readonly name: string
  readonly headings: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly rowsAre: CardKind
  readonly columns: readonly string[]
  readonly filters: readonly ShownFilter[]
}

export interface ShownFilter {
  readonly by: FilteredBy
  readonly at: number
  readonly heading: string
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

export type Answer =
  | { readonly kind: 'board' }
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  | { readonly kind: 'tables'; readonly list: string | null; readonly tables: readonly ShownTable[] }
  | { readonly kind: 'guessed'; readonly columns: readonly string[] }
  | Made

/** What would be brought in; `pieces` are there only when all of it was asked for. */
export interface Made {
  readonly kind: 'made'
  readonly from: 'table' | 'plan.json' | 'workbook'
  /** Rows that were wanted. */
  readonly rows: number
  readonly counts: Readonly<Partial<Record<Kind, number>>>
  readonly links: number
  readonly first: readonly Card[]
  readonly troubles: readonly Trouble[]
  readonly pieces: Pieces | null
}

const SAMPLE = 5
const FIRST = 6
/** What a person can look through; the rest is found by typing. */
const MOST_VALUES = 400

/** Reads what is brought in and makes cards of it: in a worker, so that five thousand rows hold up no hand. */
export class Importer {
  #grids: readonly Grid[] = []

  hear(asked: Asked): Answer {
    switch (asked.kind) {
      case 'file':
        return this.#take(readFile(asked.bytes))
      case 'text':
        return this.#take(tables([readCsv(asked.text)]))
      case 'guess': {
        const [head, ...rows] = this.#grids[asked.table]?.rows ?? []
        return { kind: 'guessed', columns: guessColumns(head?.cells ?? [], asked.rowsAre, rows) }
      }
      case 'make':
        return this.#make(asked.table, asked.choices, asked.all)
    }
  }

  #take(reading: FileReading): Answer {
    if (reading.kind === 'cards') return made(reading.from, reading.pieces.cards.length, reading, true)
    if (reading.kind !== 'tables') return reading
    this.#grids = reading.grids
    const shown = reading.grids.map((grid) => shownTable(grid, reading.list !== null))
    return { kind: 'tables', list: reading.list, tables: shown }
  }

  #make(table: number, { reading, filter, tags }: Choices, all: boolean): Answer {
    const grid = filtered(this.#grids[table] ?? { name: '', rows: [], troubles: [] }, filter)
    const { pieces, troubles } = cardsFromTable(grid, reading)
    const tagged = withTags(pieces, tags)
    return made('table', grid.rows.length - 1, { pieces: all ? laidOut(tagged) : tagged, troubles }, all)
  }
}

function shownTable(grid: Grid, published: boolean): ShownTable {
  const [head, ...rows] = grid.rows
  const headings = head?.cells ?? []
  const rowsAre = published ? 'context' : guessKind(headings)
  const at = filterColumns(headings)
  return {
    name: grid.name,
    headings,
    sample: rows.slice(0, SAMPLE).map(({ cells }) => cells),
    rows: rows.length,
    rowsAre,
    columns: guessColumns(headings, rowsAre, rows),
    filters: Object.entries(at).map(([by, nth]) => ({
      by: by as FilteredBy,
      at: nth,
      heading: headings[nth] ?? '',
      values: valuesIn(grid, nth, MOST_VALUES),
    })),
  }
}

function made(
  from: Made['from'],
  rows: number,
  { pieces, troubles }: { readonly pieces: Pieces; readonly troubles: readonly Trouble[] },
  all: boolean,
): Made {
  const counts: Partial<Record<Kind, number>> = {}
  for (const { kind } of pieces.cards) counts[kind] = (counts[kind] ?? 0) + 1
  return {
    kind: 'made',
    from,
    rows,
    counts,
    links: pieces.links.length,
    first: pieces.cards.slice(0, FIRST),
    troubles,
    pieces: all ? pieces : null,
  }
}
