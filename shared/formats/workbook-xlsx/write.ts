import { encodeUtf8 } from 'lib0/string'
import { zipParts } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { sheetsOf } from '../workbook/sheets.ts'
import {
  contentTypes,
  coreXml,
  packageRelations,
  stylesXml,
  workbookRelations,
  workbookXml,
} from './parts.ts'
import { sheetXml } from './sheet-xml.ts'

/**
 * `workbook.xlsx` (ISO/IEC 29500): everything on the board and everything the plan says, for people who work in spreadsheets.
 * Amounts are numbers, days are dates, text is text and never computed; headings stay in sight and filter.
 */
export function writeXlsxWorkbook(input: ExportInput): Uint8Array {
  const sheets = sheetsOf(input)
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': packageRelations(),
    'docProps/core.xml': coreXml(input),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets),
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, input.plan.title)]),
    ),
  }
  return zipParts(Object.entries(parts).map(([path, text]) => [path, encodeUtf8(text)] as const))
}
