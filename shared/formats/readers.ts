import { CARD_KINDS, type CardKind } from '../board/card.ts'
import type { Pieces } from '../board/pieces.ts'
import { guessColumns, guessKind } from './cards-csv/columns.ts'
import { cardsFromTable } from './cards-csv/read.ts'
import { decodeText } from './incoming/decode-text.ts'
import { readCsv } from './incoming/csv.ts'
import type { Grid } from './incoming/grid.ts'
import { laidOut } from './incoming/lay-out.ts'
import { plainWord } from './incoming/plain-word.ts'
import { isTrouble } from './incoming/refused.ts'
import { filterColumns, filtered, valuesIn } from './incoming/table-filter.ts'
import { lost, type Trouble } from './incoming/trouble.ts'
import { readSpreadsheet } from './incoming/spreadsheet.ts'
import { layoutOf, publishedTable } from './opencoesione/read.ts'
import { readPlan } from './plan-json/read.ts'
import { isOurWorkbook, readWorkbook } from './workbook/read.ts'

export interface PiecesReading {
  readonly pieces: Pieces
  readonly troubles: readonly Trouble[]
}

export interface ReaderOptions {
  /** `cards.csv`: the kind of rows that do not say it themselves. */
  readonly kind?: CardKind
  /** `opencoesione.csv`: only what runs in this city, and only rows that hold these words. */
  readonly city?: string
  readonly words?: string
}

/** A format that can be read as fresh cards, by the name it has in addresses. Total: any bytes end in a value. */
export type Reader = (bytes: Uint8Array, options: ReaderOptions) => PiecesReading

/** A server has other boards to serve: a workbook of a full board takes two thirds of it. */
const UNPACKED_BY_SERVER = 48 * 1024 * 1024

/** Beside `board.json`, which is read as a whole document (`board-json/read.ts`). */
export const READERS: Readonly<Record<string, Reader>> = {
  'plan.json': readPlan,
  'workbook.xlsx': workbook,
  'workbook.ods': workbook,
  'cards.csv': (bytes, { kind }) => {
    const grid = readCsv(decodeText(bytes))
    const [head, ...rows] = grid.rows
    const headings = head?.cells ?? []
    const rowsAre = kind ?? guessKind(headings)
    return placed(cardsFromTable(grid, { kind: rowsAre, columns: guessColumns(headings, rowsAre, rows) }))
  },
  'opencoesione.csv': (bytes, { city, words }) => {
    const list = readCsv(decodeText(bytes))
    const layout = layoutOf(list.rows[0]?.cells ?? [])
    if (!layout) return refused(lost('notThisKind', {}, 'list'))
    const grid = ofCity(publishedTable(list, layout), city, words ?? '')
    const columns = guessColumns(grid.rows[0]?.cells ?? [], 'context', grid.rows.slice(1))
    return placed(cardsFromTable(grid, { kind: 'context', columns }))
  },
}

function workbook(bytes: Uint8Array): PiecesReading {
  const grids = readSpreadsheet(bytes, UNPACKED_BY_SERVER)
  if (isTrouble(grids)) return refused(grids)
  return isOurWorkbook(grids) ? readWorkbook(grids) : refused(lost('notOurWorkbook'))
}

const refused = (trouble: Trouble): PiecesReading => ({
  pieces: { cards: [], links: [] },
  troubles: [trouble],
})

const placed = ({ pieces, troubles }: PiecesReading): PiecesReading => ({ pieces: laidOut(pieces), troubles })

function ofCity(grid: Grid, city: string | undefined, words: string): Grid {
  const at = filterColumns(grid.rows[0]?.cells ?? []).city
  if (city === undefined || at === undefined) return filtered(grid, { columns: [], words })
  const sought = plainWord(city)
  const values = valuesIn(grid, at, Infinity).flatMap(({ value }) =>
    plainWord(value) === sought ? [value] : [],
  )
  // A city that the list does not have leaves no row, not all of them.
  return filtered(grid, { columns: [{ at, values: values.length > 0 ? values : [city] }], words })
}

export const isCardKind = (kind: string | undefined): kind is CardKind =>
  (CARD_KINDS as readonly (string | undefined)[]).includes(kind)
