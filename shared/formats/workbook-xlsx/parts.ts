import type { ExportInput } from '../format.ts'
import { escaped, XML } from '../workbook-ods/xml.ts'
import { letters, writable, type Sheet } from '../workbook/sheet.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places of the styles of cells in `stylesXml`. */
export const STYLE = { head: 1, text: 2, number: 3, money: 4, share: 5, day: 6 } as const

const cellStyle = (format: number, alignment: string): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" ${alignment}/></xf>`

/** Figures stand at the right, a little away from the words of the next column. */
const FIGURE = 'horizontal="right" indent="1"'

/** 410 is Italian: where a spreadsheet minds it, points and commas are those of Italy whatever it speaks itself. */
export const stylesXml = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-410]#,##0.00&quot; €&quot;"/><numFmt numFmtId="165" formatCode="[$-410]dd/mm/yyyy"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF7"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  cellStyle(0, 'wrapText="1"'),
  cellStyle(0, FIGURE),
  cellStyle(164, FIGURE),
  cellStyle(10, FIGURE),
  cellStyle(165, FIGURE),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

/** Filters, and what stands on each printed page, are areas that the workbook knows by name. */
export const workbookXml = (sheets: readonly Sheet[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets><definedNames>${sheets.map(namesOf).join('')}</definedNames></workbook>`

function namesOf(sheet: Sheet, at: number): string {
  const name = (of: string, area: string, more = ''): string =>
    `<definedName name="_xlnm.${of}" localSheetId="${at}"${more}>${escaped(area)}</definedName>`
  const { columns, rows, held } = sheet
  const on = `'${sheet.name.replaceAll("'", "''")}'!`
  return [
    name('_FilterDatabase', `${on}$A$1:$${letters(columns.length)}$${rows.length + 1}`, ' hidden="1"'),
    name('Print_Titles', `${held > 0 ? `${on}$A:$${letters(held)},` : ''}${on}$1:$1`),
  ].join('')
}

export const workbookRelations = (sheets: readonly Sheet[]): string =>
  relations([
    ...sheets.map((_, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
  ])

export const packageRelations = (): string =>
  relations([
    [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ])

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const contentTypes = (sheets: readonly Sheet[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`]),
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('')}</Types>`

export const coreXml = ({ plan, exportedAt }: ExportInput): string => {
  const at = new Date(exportedAt).toISOString()
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(writable(plan.title))}</dc:title><dc:creator>Tavolo</dc:creator><dc:language>it-IT</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`
}
