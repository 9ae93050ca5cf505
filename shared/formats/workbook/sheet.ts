import type { Cents } from '../../money.ts'

/** What a cell holds decides what the spreadsheet gets: real numbers, real dates, and text that is never computed. */
export type Cell =
  | { readonly text: string }
  | { readonly cents: Cents }
  | { readonly number: number }
  /** From 0 to 1. */
  | { readonly share: number }
  /** ISO, a day. */
  | { readonly date: string }
  | null

/** One sheet: a row of headings that stays in sight, then the rows. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
  /** The first columns that say which row it is: they stay in sight, and stand on each page. */
  readonly held: number
}

/** A column of a sheet whose rows are all made alike. `width` is in characters. */
export interface Column<Row> {
  readonly heading: string
  readonly width: number
  cell(row: Row): Cell
}

export const sheet = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  held = 0,
): Sheet => ({
  name,
  held,
  columns: columns.map(({ heading, width }) => ({ heading, width })),
  rows: rows.map((row) => columns.map((column) => column.cell(row))),
})

/** Characters that an A4 page on its side takes where they can still be read. */
const PAGE = 200

/** How many pages its columns take side by side. On one alone, a sheet of thirty columns is dust. */
export function pagesAcross({ columns, held }: Sheet): number {
  const widths = columns.map(({ width }) => width)
  const sum = (some: readonly number[]): number => some.reduce((all, width) => all + width, 0)
  const first = sum(widths.slice(0, held))
  return Math.max(1, Math.ceil(sum(widths.slice(held)) / (PAGE - first)))
}

/** The name of the last cell of a sheet: `H20`. */
export const lastCell = ({ columns, rows }: Sheet): string => `${letters(columns.length)}${rows.length + 1}`

/** `1` → `A`, `27` → `AA`. */
export const letters = (column: number): string =>
  column < 1 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** A cell of Excel takes no more (ECMA-376 leaves it open; Excel's own limit). */
const MOST = 32_767
/** What XML 1.0 has no way to write, or means nothing in it: most control characters, halves of pairs, noncharacters. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

/** A text as XML can carry it: what it cannot is a replacement character. */
export const writable = (value: string): string => value.replace(UNWRITABLE, '\uFFFD')

export function text(value: string | null | undefined): Cell {
  const clean = writable(value ?? '')
    .replaceAll('\r\n', '\n')
    .slice(0, MOST)
  return clean === '' ? null : { text: clean }
}

/** Several values in one cell, one a line. */
export const lines = (values: readonly string[] | undefined): Cell =>
  text((values ?? []).map((value) => value.replace(/\s*[\r\n]\s*/g, ' ')).join('\n'))

export const cents = (value: Cents | null | undefined): Cell =>
  value === null || value === undefined ? null : { cents: value }

export const number = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? null : { number: value }

/** Days outside of what a spreadsheet counts (before 1900) stay text. */
export const day = (iso: string | null | undefined): Cell =>
  !iso ? null : iso >= '1900-03-01' ? { date: iso.slice(0, 10) } : { text: iso }
