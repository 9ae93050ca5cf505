import { decimalOf } from '../../money.ts'
import { lastCell, pagesAcross, type Cell, type Sheet } from '../workbook/sheet.ts'
import { escaped, XML } from './xml.ts'

const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'office:version="1.3"',
].join(' ')

/** Millimetres that a character of the standard font takes, about. */
const MM_A_CHARACTER = 2

/** `content.xml`: styles of cells and columns, then one table a sheet with its heading repeated on each printed page. */
export function contentXml(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)))]
  return [
    `${XML}<office:document-content ${NAMESPACES}>`,
    `<office:automatic-styles>${acrossIn(sheets).map(tableStyle).join('')}${FORMATS}${CELLS}${widths.map(columnStyle).join('')}</office:automatic-styles>`,
    '<office:body><office:spreadsheet>',
    ...sheets.map(table),
    `<table:database-ranges>${sheets.map(filters).join('')}</table:database-ranges>`,
    '</office:spreadsheet></office:body></office:document-content>',
  ].join('')
}

/** How many pages side by side the sheets take, each number once. */
export const acrossIn = (sheets: readonly Sheet[]): number[] => [...new Set(sheets.map(pagesAcross))]

/** Sheets are printed on pages of their own sort by how many they take side by side. */
const tableStyle = (across: number): string =>
  `<style:style style:name="sheet${across}" style:family="table" style:master-page-name="Sheet${across}"><style:table-properties table:display="true"/></style:style>`

/** The formats say their language: points and commas are those of Italy whatever the spreadsheet speaks itself. */
const ITALIAN = 'number:language="it" number:country="IT"'

const FORMATS = [
  `<number:currency-style style:name="nMoney" ${ITALIAN}><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol number:language="it" number:country="IT">€</number:currency-symbol></number:currency-style>`,
  `<number:percentage-style style:name="nShare" ${ITALIAN}><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>`,
  `<number:date-style style:name="nDay" ${ITALIAN}><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>`,
].join('')

const cellStyle = (name: string, format: string, inside: string): string =>
  `<style:style style:name="${name}" style:family="table-cell"${format && ` style:data-style-name="${format}"`}>${inside}</style:style>`

const ASIDE = 'fo:padding-left="0.8mm" fo:padding-right="0.8mm"'
const FIGURE = `<style:table-cell-properties style:vertical-align="top" ${ASIDE}/>`
const CELLS = [
  cellStyle(
    'head',
    '',
    `<style:table-cell-properties fo:background-color="#E6EEF7" fo:wrap-option="wrap" style:vertical-align="middle" ${ASIDE}/><style:text-properties fo:font-weight="bold"/>`,
  ),
  cellStyle(
    'text',
    '',
    `<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap" ${ASIDE}/>`,
  ),
  cellStyle('number', '', FIGURE),
  cellStyle('money', 'nMoney', FIGURE),
  cellStyle('share', 'nShare', FIGURE),
  cellStyle('day', 'nDay', FIGURE),
].join('')

const columnStyle = (width: number): string =>
  `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${width * MM_A_CHARACTER}mm"/></style:style>`

function table(sheet: Sheet): string {
  const { name, columns, rows, held } = sheet
  const cols = columns.map(({ width }) => `<table:table-column table:style-name="w${width}"/>`)
  const first =
    held > 0 ? `<table:table-header-columns>${cols.slice(0, held).join('')}</table:table-header-columns>` : ''
  const head = columns.map(({ heading }) => textCell(heading, 'head')).join('')
  const body = rows.map((row) => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`).join('')
  return `<table:table table:style-name="sheet${pagesAcross(sheet)}" table:name="${escaped(name)}">${first}${cols.slice(held).join('')}<table:table-header-rows><table:table-row>${head}</table:table-row></table:table-header-rows>${body}</table:table>`
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<table:table-cell/>'
  if ('text' in cell) return textCell(cell.text, 'text')
  if ('cents' in cell) return valueCell('money', 'float', `office:value="${decimalOf(cell.cents)}"`)
  if ('share' in cell) return valueCell('share', 'percentage', `office:value="${cell.share}"`)
  if ('number' in cell) return valueCell('number', 'float', `office:value="${cell.number}"`)
  return valueCell('day', 'date', `office:date-value="${cell.date}"`)
}

const valueCell = (style: string, type: string, value: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="${type}" ${value}/>`

/** A paragraph a line; spaces that XML would fold and tabs have elements of their own. */
const textCell = (text: string, style: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${text
    .split(/\r\n?|\n/)
    .map((line) => `<text:p>${inline(line)}</text:p>`)
    .join('')}</table:table-cell>`

const inline = (line: string): string =>
  escaped(line)
    .replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')

function filters(sheet: Sheet, index: number): string {
  const name = `'${sheet.name.replaceAll("'", "''")}'`
  const range = `${name}.A1:${name}.${lastCell(sheet)}`
  return `<table:database-range table:name="filter${index}" table:target-range-address="${escaped(range)}" table:display-filter-buttons="true"/>`
}
