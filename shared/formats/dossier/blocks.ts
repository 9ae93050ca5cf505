/** What a page of the dossier is made of, whatever it is written as: in reading order. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | Heading
  /** What the document holds, each title leading to its place. */
  | { readonly kind: 'contents'; readonly title: string; readonly entries: readonly Entry[] }
  | Paragraph
  | TableBlock
  /** Space below a table, which has none of its own. */
  | { readonly kind: 'gap' }

export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly newPage: boolean
  /** By which the contents lead to it. */
  readonly anchor?: string
}

export interface Entry {
  readonly level: 1 | 2
  readonly text: string
  readonly anchor: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly style: ParagraphStyle
  readonly newPage?: boolean
  /** The first line of the cover, well below the edge. */
  readonly opening?: boolean
  /** With a line under it, across the page. */
  readonly ruled?: boolean
}

/** `Premessa` stays on the page of what follows; `Occhiello` says above a title of what kind it is. */
export type ParagraphStyle = 'Normale' | 'Premessa' | 'Occhiello' | 'Sottotitolo' | 'Nota' | 'Impronta'

export interface TableBlock {
  readonly kind: 'table'
  /** Parts of the width of the page; they need not add up to anything. */
  readonly widths: readonly number[]
  /** Null for facts: pairs of a label and what is known. */
  readonly head: readonly Cell[] | null
  readonly rows: readonly (readonly Cell[])[]
  /** Last row, set apart. */
  readonly total: readonly Cell[] | null
  /** Rows of text run over pages; otherwise a short table is kept on one. */
  readonly long: boolean
}

/** What stands in a cell: text of one or more lines, perhaps an amount, a strong word or an aside. */
export interface Cell {
  readonly text: string
  readonly as?: 'amount' | 'strong' | 'quiet'
}
export type CellLike = Cell | string

export const heading = (level: 1 | 2 | 3, text: string, newPage = false): Block => ({
  kind: 'heading',
  level,
  text,
  newPage,
})

/** A chapter starts a page; a word above its title may say of what kind it is. */
export const chapter = (title: string, kind?: string): Block[] =>
  kind === undefined
    ? [heading(1, title, true)]
    : [{ kind: 'paragraph', style: 'Occhiello', text: kind, newPage: true }, heading(1, title)]

export const title = (text: string): Block => ({ kind: 'title', text })

/** The paragraphs of a text as people wrote it: one a line, empty lines left out. */
export const paragraphs = (text: string, style: ParagraphStyle = 'Normale'): Block[] =>
  linesOf(text).map((line) => ({ kind: 'paragraph', style, text: line }))

/** Paragraphs that stay on the page of what follows. */
export const leading = (text: string): Block[] => paragraphs(text, 'Premessa')

export const opening = (text: string): Block => ({
  kind: 'paragraph',
  style: 'Occhiello',
  text,
  opening: true,
})

export const ruled = (text: string, style: ParagraphStyle): Block => ({
  kind: 'paragraph',
  style,
  text,
  ruled: true,
})

export interface TableSpec {
  readonly widths: readonly number[]
  readonly head: readonly CellLike[]
  readonly rows: readonly (readonly CellLike[])[]
  readonly long?: boolean
  readonly total?: readonly CellLike[]
}

/** A table with thin rules between rows; its head is repeated on every page and no row is broken in two. */
export const table = ({ widths, head, rows, total, long = false }: TableSpec): Block => ({
  kind: 'table',
  widths,
  head: head.map(cellOf),
  rows: rows.map((row) => row.map(cellOf)),
  total: total?.map(cellOf) ?? null,
  long,
})

/** Facts as pairs of a label and what is known; pairs without anything are left out. */
export const facts = (pairs: readonly (readonly [string, CellLike])[]): Block => ({
  kind: 'table',
  widths: [26, 74],
  head: null,
  rows: pairs
    .map(([label, cell]): Cell[] => [{ text: label, as: 'quiet' }, cellOf(cell)])
    .filter(([, cell]) => linesOf(cell?.text ?? '').length > 0),
  total: null,
  long: false,
})

export const gap = (): Block => ({ kind: 'gap' })

const cellOf = (cell: CellLike): Cell => (typeof cell === 'string' ? { text: cell } : cell)

export const linesOf = (text: string): string[] =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Without what XML 1.0 has no way to write: one such character would make the whole file unreadable. */
export const legible = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
