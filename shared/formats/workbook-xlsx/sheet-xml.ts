import { decimalOf } from '../../money.ts'
import { escaped, XML } from '../workbook-ods/xml.ts'
import { lastCell, letters, pagesAcross, writable, type Cell, type Sheet } from '../workbook/sheet.ts'
import { MAIN, STYLE } from './parts.ts'

/**
 * One sheet (ECMA-376 part 1, 18.3.1.99): its headings and the columns that say which row it is stay in sight, and stand on each
 * A4 page on its side, with lines between the cells, the title of the plan, the name of the sheet and the number of the page.
 */
export function sheetXml(sheet: Sheet, title: string): string {
  const { columns, rows } = sheet
  const widths = columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const head = columns.map(({ heading }, at) => textCell(heading, at, 1, STYLE.head)).join('')
  const body = rows.map((row, at) => rowXml(row, at + 2, columns)).join('')
  const headHeight = heightOf(
    columns.map(({ heading }) => ({ text: heading })),
    columns,
  )
  return [
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${pane(sheet.held)}</sheetView></sheetViews>`,
    `<cols>${widths}</cols><sheetData><row r="1" ht="${headHeight}" customHeight="1">${head}</row>${body}</sheetData>`,
    `<autoFilter ref="A1:${lastCell(sheet)}"/><printOptions gridLines="1"/>`,
    '<pageMargins left="0.47" right="0.47" top="0.75" bottom="0.67" header="0.35" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${escaped(headerOf(title))}</oddHeader><oddFooter>&amp;Rpagina &amp;P di &amp;N</oddFooter></headerFooter></worksheet>`,
  ].join('')
}

const pane = (held: number): string =>
  held === 0
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    : `<pane xSplit="${held}" ySplit="1" topLeftCell="${letters(held + 1)}2" activePane="bottomRight" state="frozen"/>`

/** A header takes 255 characters, `&` is a command in it, and figures after one would be the size of its type. */
const headerOf = (title: string): string =>
  `&L ${writable(title).replace(/\s+/g, ' ').trim().slice(0, 100).replaceAll('&', '&&')}&R&A`

function rowXml(row: readonly Cell[], number: number, columns: Sheet['columns']): string {
  const cells = row.map((cell, at) => cellXml(cell, at, number)).join('')
  return `<row r="${number}" ht="${heightOf(row, columns)}" customHeight="1">${cells}</row>`
}

function cellXml(cell: Cell, at: number, row: number): string {
  if (cell === null) return ''
  if ('text' in cell) return textCell(cell.text, at, row, STYLE.text)
  if ('cents' in cell) return numberCell(decimalOf(cell.cents), at, row, STYLE.money)
  if ('share' in cell) return numberCell(String(cell.share), at, row, STYLE.share)
  if ('number' in cell) return numberCell(String(cell.number), at, row, STYLE.number)
  return numberCell(String(dayNumber(cell.date)), at, row, STYLE.day)
}

/** The text stands in its cell: a table of shared ones would save what compression saves anyway. */
const textCell = (text: string, at: number, row: number, style: number): string =>
  `<c r="${letters(at + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(literal(text))}</t></is></c>`

const numberCell = (value: string, at: number, row: number, style: number): string =>
  `<c r="${letters(at + 1)}${row}" s="${style}"><v>${value}</v></c>`

/** `_x0041_` in a text is a letter to this format (22.9.2.19) unless its first sign is written so itself. */
const literal = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')

/** The 30th of December 1899 is day 0, because Excel believes that 1900 was a leap year. */
const dayNumber = (iso: string): number => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000

const LINE_PT = 15
/** Excel takes no more. */
const MOST_PT = 409

/** Spreadsheets do not grow rows by themselves for text that was folded by somebody else. */
function heightOf(row: readonly Cell[], columns: Sheet['columns']): number {
  const lines = row.map((cell, at) =>
    cell && 'text' in cell ? linesOf(cell.text, columns[at]?.width ?? 10) : 1,
  )
  return Math.min(MOST_PT, LINE_PT * Math.max(1, ...lines))
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 2))), 0)
