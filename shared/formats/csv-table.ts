import { stringify } from 'csv-stringify/browser/esm/sync'
import { encodeUtf8 } from 'lib0/string'
import { decimalOf, type Cents } from '../money.ts'
import { NEEDS_QUOTES, neutral } from './csv-cells.ts'

/** What a cell holds decides how a program and a spreadsheet get it; `null` is an empty cell. */
export type CsvCell =
  | { readonly text: string }
  | { readonly cents: Cents }
  | { readonly number: number }
  /** ISO, a day. */
  | { readonly date: string }
  | null

export interface CsvColumn<Row> {
  readonly heading: string
  cell(row: Row): CsvCell
}

/** For programs, or for an Italian spreadsheet. */
export type CsvReader = 'program' | 'excel'

/** Rows that are cells at the same time: what lives for a moment only costs the collector nothing. */
const CHUNK = 250

/**
 * A list with `;`. For programs: LF, decimal point, ISO dates, values verbatim. For an Italian spreadsheet: byte order mark,
 * CRLF, decimal comma, days as they are written in Italy, and text that would be computed led by an apostrophe.
 */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  reader: CsvReader,
): string {
  const written = reader === 'excel' ? forExcel : forPrograms
  const lines = (cells: string[][]): string =>
    stringify(cells, {
      delimiter: ';',
      record_delimiter: reader === 'excel' ? '\r\n' : '\n',
      quoted_match: NEEDS_QUOTES,
    })
  let text = lines([columns.map((column) => column.heading)])
  for (let from = 0; from < rows.length; from += CHUNK)
    text += lines(
      rows.slice(from, from + CHUNK).map((row) => columns.map((column) => written(column.cell(row)))),
    )
  return reader === 'excel' ? `\uFEFF${text}` : text
}

export const csvBytes = <Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  reader: CsvReader,
): Uint8Array => encodeUtf8(csvText(columns, rows, reader))

function forPrograms(cell: CsvCell): string {
  if (cell === null) return ''
  if ('cents' in cell) return decimalOf(cell.cents)
  if ('number' in cell) return String(cell.number)
  return 'date' in cell ? cell.date : cell.text
}

function forExcel(cell: CsvCell): string {
  if (cell === null) return ''
  if ('text' in cell) return neutral(cell.text)
  if ('date' in cell) return cell.date.split('-').reverse().join('/')
  return forPrograms(cell).replace('.', ',')
}

export const csvWords = (value: string | null | undefined): CsvCell =>
  value === null || value === undefined || value.trim() === '' ? null : { text: value }
export const csvCents = (cents: Cents | null | undefined): CsvCell =>
  cents === null || cents === undefined ? null : { cents }
export const csvDay = (date: string | null | undefined): CsvCell =>
  date === null || date === undefined || date === '' ? null : { date: date.slice(0, 10) }
