import { euro } from '../../money.ts'
import type { Plan } from '../../plan/plan.ts'
import { annexTables, type AnnexTable } from '../annex-v/tables.ts'
import type { CsvCell } from '../csv-table.ts'
import { italianDate } from '../words.ts'
import { chapter, heading, leading, table, type Block, type Cell } from './blocks.ts'

/** The tables of Annex V that the plan has something for; columns that nobody can fill yet are left out. */
export function annexChapter(plan: Plan): Block[] {
  const tables = annexTables(plan).filter(({ rows }) => rows.length > 0)
  if (tables.length === 0) return []
  return [
    ...chapter('Tabelle dell’allegato V'),
    ...leading(
      'I dati del piano nelle tabelle del modello di programma (regolamento (UE) 2021/1060, allegato V), per l’autorità di gestione che somma i piani delle città. Nomi e colonne sono da verificare con la Gazzetta ufficiale.',
    ),
    ...tables.flatMap((one) => [heading(2, `Tabella ${one.number} · ${one.title}`), written(one)]),
  ]
}

function written({ head, rows }: AnnexTable): Block {
  const columns = head.flatMap((name, at): Column[] => {
    const cells = rows.map((row) => row[at] ?? null)
    return cells.some((cell) => cell !== null) ? [{ name, cells }] : []
  })
  return table({
    widths: columns.map(widthOf),
    long: true,
    head: columns.map(({ name, cells }) => ({ text: name, ...(cells.some(isFigure) && FIGURE) })),
    rows: rows.map((_, nth) => columns.map(({ cells }) => cellOf(cells[nth] ?? null))),
  })
}

interface Column {
  readonly name: string
  readonly cells: readonly CsvCell[]
}

const FIGURE = { as: 'amount' } as const
const isFigure = (cell: CsvCell): boolean => cell !== null && ('cents' in cell || 'number' in cell)

/** Amounts need a fixed width; words at least that of the longest one of their heading. */
function widthOf({ name, cells }: Column): number {
  if (cells.some((cell) => cell !== null && 'cents' in cell)) return 20
  const longest = Math.max(...cells.map((cell) => (cell !== null && 'text' in cell ? cell.text.length : 0)))
  const word = Math.max(...name.split(' ').map((one) => one.length))
  return Math.max(word + 3, Math.min(18, longest + 2))
}

function cellOf(cell: CsvCell): Cell {
  if (cell === null) return { text: '–', as: 'quiet' }
  if ('cents' in cell) return { text: euro(cell.cents), ...FIGURE }
  if ('number' in cell) return { text: String(cell.number).replace('.', ','), ...FIGURE }
  return { text: 'date' in cell ? italianDate(cell.date) : cell.text.replaceAll(':::', ', ') }
}
