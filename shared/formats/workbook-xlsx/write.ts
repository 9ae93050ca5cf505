import writeXlsx, { type CellObject } from 'write-excel-file/universal'
import { datelessZip } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { lastCell, type Cell, type Sheet } from '../workbook/sheet.ts'
import { sheetsOf } from '../workbook/sheets.ts'

/**
 * `workbook.xlsx`: everything on the board and everything the plan says, for people who work in spreadsheets. Amounts are
 * numbers, days are dates, text is text and never computed; headings stay in sight and filter.
 */
export async function writeXlsxWorkbook(input: ExportInput): Promise<Uint8Array> {
  const sheets = sheetsOf(input)
  const blob = await writeXlsx(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ heading }) => headingCell(heading)), ...rows.map((row) => row.map(cellOf))],
    })),
    { features: [filtersOn(sheets)] },
  ).toBlob()
  return datelessZip(new Uint8Array(await blob.arrayBuffer()))
}

const headingCell = (heading: string): CellObject => ({
  value: heading,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E6EEF7',
  wrap: true,
  alignVertical: 'center',
})

/** Formats are those of the file; a spreadsheet in Italian shows them with its own points and commas. */
function cellOf(cell: Cell): CellObject | null {
  if (cell === null) return null
  const top = { alignVertical: 'top' } as const
  if ('text' in cell) return { ...top, value: cell.text, type: String, wrap: true }
  if ('cents' in cell) return { ...top, value: cell.cents / 100, type: Number, format: '#,##0.00" €"' }
  if ('share' in cell) return { ...top, value: cell.share, type: Number, format: '0.00%' }
  if ('number' in cell) return { ...top, value: cell.number, type: Number }
  return { ...top, value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
}

/** The library has no word for filters: one element after the rows (ECMA-376 part 1, 18.3.1.2). */
const filtersOn = (sheets: readonly Sheet[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform(xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): string {
          const sheet = sheets[sheetIndex]
          return sheet
            ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${lastCell(sheet)}"/>`)
            : xml
        },
      },
    },
  },
})
