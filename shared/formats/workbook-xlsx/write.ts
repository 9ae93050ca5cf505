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
      data: [
        columns.map(({ heading }) => headingCell(heading)),
        ...rows.map((row) => {
          const height = heightOf(row, columns)
          return row.map((cell) => cellOf(cell, height))
        }),
      ],
    })),
    { features: [filtersAndPages(sheets)] },
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
function cellOf(cell: Cell, height: number): CellObject | null {
  if (cell === null) return null
  const top = { alignVertical: 'top', height } as const
  if ('text' in cell) return { ...top, value: cell.text, type: String, wrap: true }
  if ('cents' in cell) return { ...top, value: cell.cents / 100, type: Number, format: '#,##0.00" €"' }
  if ('share' in cell) return { ...top, value: cell.share, type: Number, format: '0.00%' }
  if ('number' in cell) return { ...top, value: cell.number, type: Number }
  return { ...top, value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
}

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

/** Printed as wide as an A4 page on its side, on as many pages as it takes. */
const A4 = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'

/** What the library has no word for: filters, and a page that takes a whole row (ECMA-376 part 1, 18.3.1.2 and 18.3.1.63). */
const filtersAndPages = (sheets: readonly Sheet[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform(xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): string {
          const sheet = sheets[sheetIndex]
          if (!sheet) return xml
          return xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${lastCell(sheet)}"/>${A4}`)
        },
      },
    },
  },
})
