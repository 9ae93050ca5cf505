import { stringify } from 'csv-stringify/browser/esm/sync'
import { encodeUtf8 } from 'lib0/string'
import { decimalOf } from '../../money.ts'
import type { ExportInput } from '../format.ts'
import { NEEDS_QUOTES, neutral } from '../csv-cells.ts'
import { COLUMNS, ratesOf, type Cell } from './columns.ts'

/**
 * `operations.csv`: the "Lista operazioni 2021-27", one row an action in reading order. UTF-8 without byte order mark,
 * `;`, LF, decimal point, ISO dates, every value verbatim: for programs. With `options.for === 'excel'` a byte order mark,
 * CRLF and the decimal comma, and text that a spreadsheet would compute or change is led by an apostrophe.
 */
export function writeOperations(input: ExportInput): Uint8Array {
  const excel = input.options?.for === 'excel'
  const write = excel ? excelCell : plainCell
  const rates = ratesOf(input.board)
  const rows = input.plan.actions.map((action) =>
    COLUMNS.map((column) => write(column.cell({ ...input, action, rates }))),
  )
  const text = stringify([COLUMNS.map((column) => column.heading), ...rows], {
    delimiter: ';',
    record_delimiter: excel ? '\r\n' : '\n',
    quoted_match: NEEDS_QUOTES,
  })
  return encodeUtf8(excel ? `\uFEFF${text}` : text)
}

function plainCell(cell: Cell): string {
  if (cell === null) return ''
  if ('cents' in cell) return decimalOf(cell.cents)
  return 'rate' in cell ? String(cell.rate) : cell.text
}

const excelCell = (cell: Cell): string =>
  cell !== null && 'text' in cell ? neutral(cell.text) : plainCell(cell).replace('.', ',')
