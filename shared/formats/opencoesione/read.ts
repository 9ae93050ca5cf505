import type { Grid, GridRow } from '../incoming/grid.ts'
import { plainWord } from '../incoming/plain-word.ts'
import { repairAccents } from '../incoming/repair-accents.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import { LAYOUTS, POLICY_OF_THEME, type Layout } from './layouts.ts'

/** The published list that these headings are of, or null. */
export function layoutOf(headings: readonly string[]): Layout | null {
  const there = new Set(headings.map((heading) => heading.trim()))
  return LAYOUTS.find(({ marks }) => marks.every((mark) => there.has(mark))) ?? null
}

/**
 * A published list as a table with our headings, its twelve columns out of two hundred: cities as names are written, themes
 * with the policy they belong to. A row with another number of cells than the headings is named and left out: its values
 * would stand under the wrong ones.
 */
export function publishedTable(grid: Grid, layout: Layout): Grid {
  const [head, ...rows] = grid.rows
  if (!head) return grid
  const headings = head.cells.map((heading) => heading.trim())
  const columns = layout.columns.flatMap(([ours, ...theirs]) => {
    const at = theirs.map((name) => headings.indexOf(name)).filter((nth) => nth >= 0)
    return at.length > 0 ? [{ ours, at }] : []
  })
  const troubles: Trouble[] = [...grid.troubles]
  const withTheme = columns.some(({ ours }) => ours === 'Tema')
  const table = rows.flatMap((row): GridRow[] => {
    if (row.cells.length !== head.cells.length) {
      const counts = `${row.cells.length} invece di ${head.cells.length}`
      troubles.push(lost('otherNumberOfCells', { row: row.row }, counts))
      return []
    }
    const cells = columns.map(({ ours, at }) =>
      valueOf(
        ours,
        at.map((nth) => row.cells[nth] ?? ''),
      ),
    )
    const theme = withTheme ? [policyOf(cells[columns.findIndex(({ ours }) => ours === 'Tema')] ?? '')] : []
    return [{ row: row.row, cells: [...cells, ...theme] }]
  })
  const first = {
    row: head.row,
    cells: [...columns.map(({ ours }) => ours), ...(withTheme ? ['Politiche'] : [])],
  }
  return { name: grid.name, rows: [first, ...table], troubles }
}

function valueOf(ours: string, cells: readonly string[]): string {
  const value = repairAccents(cells.find((cell) => cell.trim() !== '') ?? '').trim()
  // An amount in open data has a point or a comma, never groups.
  if (ours === 'Importo') return value.replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
  return ours === 'Territori' ? value.split(':::').map(asName).join(':::') : value
}

const SMALL = new Set([
  'di',
  'del',
  'della',
  'dei',
  'degli',
  'delle',
  'in',
  'e',
  'al',
  'la',
  'il',
  'sul',
  'nel',
])

/** `REGGIO DI CALABRIA` → `Reggio di Calabria`; what is not all capitals is as somebody wrote it. */
function asName(text: string): string {
  if (text !== text.toUpperCase()) return text.trim()
  const words = text.trim().toLowerCase().split(/\s+/)
  return words
    .map((word, at) =>
      at > 0 && SMALL.has(word)
        ? word
        : word.replace(
            /(^|['’-])(\p{L})/gu,
            (_, sign: string, letter: string) => sign + letter.toUpperCase(),
          ),
    )
    .join(' ')
}

const policyOf = (themes: string): string =>
  [...new Set(themes.split(':::').flatMap((theme) => POLICY_OF_THEME[plainWord(theme)] ?? []))].join(':::')
