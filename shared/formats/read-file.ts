import type { Pieces } from '../board/pieces.ts'
import { decodeText } from './incoming/decode-text.ts'
import { readCsv } from './incoming/csv.ts'
import type { Grid } from './incoming/grid.ts'
import { isTrouble } from './incoming/refused.ts'
import { lost, type Trouble } from './incoming/trouble.ts'
import { isOle, isZip, readSpreadsheet } from './incoming/spreadsheet.ts'
import { layoutOf, publishedTable } from './opencoesione/read.ts'
import { isPlan } from './plan-json/json.ts'
import { readPlan } from './plan-json/read.ts'
import { isOurWorkbook, readWorkbook } from './workbook/read.ts'

/** What a file turned out to be. */
export type FileReading =
  /** A `board.json`, for `board-json/read.ts`. */
  | { readonly kind: 'board' }
  /** A plan or a workbook of ours: cards with their links, ready to be put down. */
  | {
      readonly kind: 'cards'
      readonly from: 'plan.json' | 'workbook'
      readonly pieces: Pieces
      readonly troubles: readonly Trouble[]
    }
  /** Tables whose rows can become cards, once it is said what their columns hold. */
  | { readonly kind: 'tables'; readonly list: string | null; readonly grids: readonly Grid[] }
  | { readonly kind: 'refused'; readonly trouble: Trouble }

/** The largest file that is read. */
export const MOST_BYTES = 64 * 1024 * 1024

/** Tells files by what is in them, never by their names, and reads them. Total: any bytes end in a value. */
export function readFile(bytes: Uint8Array): FileReading {
  if (bytes.length > MOST_BYTES)
    return { kind: 'refused', trouble: lost('tooLarge', {}, `${MOST_BYTES / 1024 / 1024} MB`) }
  if (isZip(bytes) || isOle(bytes)) return spreadsheet(readSpreadsheet(bytes))
  const text = decodeText(bytes)
  if (/^\s*[{[]/.test(text)) return json(text, bytes)
  if (NO_TEXT.test(text.slice(0, 4096))) return { kind: 'refused', trouble: lost('notThisKind', {}, 'any') }
  return tables([readCsv(text)])
}

// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000E-\u001A]/

function spreadsheet(grids: readonly Grid[] | Trouble): FileReading {
  if (isTrouble(grids)) return { kind: 'refused', trouble: grids }
  if (!isOurWorkbook(grids)) return tables(grids)
  return { kind: 'cards', from: 'workbook', ...readWorkbook(grids) }
}

function json(text: string, bytes: Uint8Array): FileReading {
  try {
    const read: unknown = JSON.parse(text)
    return isPlan(read) ? { kind: 'cards', from: 'plan.json', ...readPlan(bytes) } : { kind: 'board' }
  } catch {
    // reason: what is no JSON is told best by the reader of boards, which says where.
    return { kind: 'board' }
  }
}

/** A pasted or opened table; a published list is shown with our headings. */
export function tables(grids: readonly Grid[]): FileReading {
  const filled = grids.filter(({ rows }) => rows.length > 1)
  if (filled.length === 0) return { kind: 'refused', trouble: grids[0]?.troubles[0] ?? lost('empty') }
  const layout = layoutOf(filled[0]?.rows[0]?.cells ?? [])
  if (!layout) return { kind: 'tables', list: null, grids: filled }
  return {
    kind: 'tables',
    list: layout.title,
    grids: filled.slice(0, 1).map((grid) => publishedTable(grid, layout)),
  }
}
