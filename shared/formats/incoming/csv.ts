import { GRID_LIMITS, isBlank, type Grid, type GridRow } from './grid.ts'
import { kept, lost, type Trouble } from './trouble.ts'

const DELIMITERS = [';', '\t', ',', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A text of separated values (RFC 4180, and what people make of it) as a grid; a pasted table is one with tabs. */
export function readCsv(text: string): Grid {
  const declared = /^sep=([;,|\t])\r?\n/i.exec(text)
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? delimiterOf(text)
  const rows: GridRow[] = []
  const troubles: Trouble[] = []
  let wide = false
  const first = declared ? 1 : 0
  const unclosed = eachRow(declared ? text.slice(declared[0].length) : text, delimiter, (cells, row) => {
    if (cells.length > GRID_LIMITS.columns) wide = true
    const found = { row: row + first, cells: cells.slice(0, GRID_LIMITS.columns) }
    if (!isBlank(found)) rows.push(found)
    if (rows.length < GRID_LIMITS.rows) return true
    troubles.push(lost('tooManyRows', { row: found.row }, String(GRID_LIMITS.rows)))
    return false
  })
  if (wide) troubles.push(lost('tooManyColumns', {}, String(GRID_LIMITS.columns)))
  if (unclosed !== null) troubles.push(kept('unclosedQuote', { row: unclosed + first }))
  return { name: '', rows, troubles }
}

/**
 * Reads row by row; `visit` says whether to go on. Rows are counted as a spreadsheet shows them: a value of several lines is
 * one row. Returns the row in which a quote opened that never closes, if any: it and those after it are read as any sign.
 */
export function eachRow(
  text: string,
  delimiter: Delimiter,
  visit: (cells: string[], row: number) => boolean,
): number | null {
  let unclosed: number | null = null
  let at = 0
  for (let row = 1, more = true; more && at < text.length; row++) {
    const cells: string[] = []
    for (;;) {
      const value = unclosed === null && text[at] === '"' ? quotedAt(text, at, delimiter) : PLAIN
      if (value === UNCLOSED) unclosed = row
      const end = typeof value === 'object' ? value.end : plainEnd(text, at, delimiter)
      cells.push(typeof value === 'object' ? value.text : text.slice(at, end))
      at = end
      if (text[at] !== delimiter) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    more = visit(cells, row)
  }
  return unclosed
}

const PLAIN = 'plain'
const UNCLOSED = 'unclosed'

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/**
 * A value in quotes. A quote closes it only where a delimiter or the end of the line follows, because lists are full of quotes
 * that nobody doubled; but a value with such quotes that runs over lines was never meant as one (`"Casa" per tutti`).
 */
function quotedAt(
  text: string,
  from: number,
  delimiter: string,
): { readonly text: string; readonly end: number } | typeof PLAIN | typeof UNCLOSED {
  let value = ''
  let stray = false
  let start = from + 1
  for (;;) {
    const quote = text.indexOf('"', start)
    if (quote < 0) return stray ? PLAIN : UNCLOSED
    value += text.slice(start, quote)
    if (stray && value.includes('\n')) return PLAIN
    const next = text[quote + 1]
    if (next === undefined || next === delimiter || next === '\n' || next === '\r')
      return { text: value, end: quote + 1 }
    if (next !== '"') stray = true
    value += '"'
    start = quote + (next === '"' ? 2 : 1)
  }
}

const LOOKED_AT = 20

/** The sign that cuts the first rows into the same number of cells, the most of them. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 100_000)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts: number[] = []
    eachRow(head, delimiter, (cells) => {
      if (cells.some((cell) => cell.trim() !== '')) counts.push(cells.length)
      return counts.length < LOOKED_AT
    })
    const first = counts[0] ?? 1
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length)
    const score = (first - 1) * alike
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}
