import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { GROUND, PRIMARY, QUIET, RULE, TEXT_WIDTH } from './style.ts'

/** What a page is made of, in reading order. */
export type Block = Paragraph | Table

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export const heading = (level: 1 | 2 | 3, text: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_3,
    pageBreakBefore,
    children: [run(text)],
  })

/** A chapter starts a page; a word above its title may say of what kind it is. */
export const chapter = (title: string, kind?: string): Paragraph[] =>
  kind === undefined
    ? [heading(1, title, true)]
    : [new Paragraph({ style: 'Occhiello', pageBreakBefore: true, children: [run(kind)] }), heading(1, title)]

export const title = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.TITLE, children: [run(text)] })

/** The paragraphs of a text as people wrote it: one a line, empty lines left out. */
export const paragraphs = (text: string, style?: string): Paragraph[] =>
  linesOf(text).map((line) => new Paragraph({ ...(style && { style }), children: [run(line)] }))

/** Paragraphs that stay on the page of what follows. */
export const leading = (text: string): Paragraph[] =>
  linesOf(text).map((line) => new Paragraph({ style: 'Premessa', children: [run(line)] }))

/** First line of the cover, well below the edge. */
export const opening = (text: string): Paragraph =>
  new Paragraph({ style: 'Occhiello', spacing: { before: 2_600, after: 80 }, children: [run(text)] })

/** A paragraph with a line under it, across the page. */
export const ruled = (text: string, style: string): Paragraph =>
  new Paragraph({
    style,
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 10, color: PRIMARY } },
    children: [run(text)],
  })

/** What stands in a cell: text of one or more paragraphs, perhaps an amount, a heading or an aside. */
export interface Cell {
  readonly text: string
  readonly as?: 'amount' | 'strong' | 'quiet'
}
export type CellLike = Cell | string

/** Rows up to which a table is kept on one page; of a longer one at least the first stay with its title. */
const WHOLE = 9

export interface TableSpec {
  /** Parts of the width of the page; they need not add up to anything. */
  readonly widths: readonly number[]
  readonly head: readonly CellLike[]
  readonly rows: readonly (readonly CellLike[])[]
  /** Rows of text run over pages; without it a short table is kept on one. */
  readonly long?: boolean
  /** Last row, set apart. */
  readonly total?: readonly CellLike[]
}

/** A table with thin rules between rows; its head is repeated on every page and no row is broken in two. */
export function table({ widths, head, rows, total, long }: TableSpec): Table {
  const columns = twips(widths)
  const whole = !long && rows.length <= WHOLE
  return new Table({
    ...frame(columns),
    rows: [
      row(head, columns, { head: true }),
      ...rows.map((cells, index) =>
        row(cells, columns, { keepNext: whole && (total !== undefined || index < rows.length - 1) }),
      ),
      ...(total ? [row(total, columns, { total: true })] : []),
    ],
  })
}

/** Facts as pairs of a label and what is known; pairs without anything are left out. A short sheet stays on one page. */
export function facts(pairs: readonly (readonly [string, CellLike])[]): Table {
  const columns = twips([26, 74])
  const known = pairs.filter(([, cell]) => linesOf(typeof cell === 'string' ? cell : cell.text).length > 0)
  return new Table({
    ...frame(columns),
    rows: known.map(([label, cell], index) =>
      row([{ text: label, as: 'quiet' }, cell], columns, {
        keepNext: index < (known.length <= WHOLE ? known.length - 1 : 2),
      }),
    ),
  })
}

/** Space below a table, which has none of its own. */
export const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60, line: 120 } })

const linesOf = (text: string): string[] =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Without what XML 1.0 has no way to write: one such character would make the whole file unreadable. */
export const legible = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

const run = (text: string, bold = false, color?: string): TextRun =>
  new TextRun({
    text: legible(text),
    ...(bold && { bold }),
    ...(color && { color }),
  })

function twips(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths.map((one) => Math.floor((one * TEXT_WIDTH) / whole))
  const rest = TEXT_WIDTH - columns.reduce((sum, one) => sum + one, 0)
  return columns.map((one, index) => (index === 0 ? one + rest : one))
}

const line = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const frame = (columns: readonly number[]) => ({
  layout: TableLayoutType.FIXED,
  width: { size: TEXT_WIDTH, type: WidthType.DXA },
  columnWidths: columns,
  borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
  margins: { marginUnitType: WidthType.DXA, top: 20, bottom: 20, left: 90, right: 90 },
})

function row(
  cells: readonly CellLike[],
  columns: readonly number[],
  kind: { readonly head?: boolean; readonly total?: boolean; readonly keepNext?: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: kind.head === true,
    children: cells.map((cell, index) => {
      const { text, as } = typeof cell === 'string' ? { text: cell } : cell
      return new TableCell({
        width: { size: columns[index] ?? 0, type: WidthType.DXA },
        verticalAlign: kind.head ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        ...(kind.head && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: GROUND } }),
        ...(kind.total && { borders: { top: { ...line, size: 12, color: QUIET } } }),
        children: cellParagraphs(
          text,
          as,
          kind.head === true || kind.total === true,
          kind.keepNext === true || kind.head === true,
        ),
      })
    }),
  })
}

function cellParagraphs(text: string, as: Cell['as'], bold: boolean, keepNext: boolean): Paragraph[] {
  const lines = linesOf(text)
  return (lines.length > 0 ? lines : ['']).map(
    (one) =>
      new Paragraph({
        style: as === 'amount' ? 'Importo' : 'Cella',
        keepNext,
        children: [run(one, bold || as === 'strong', as === 'quiet' ? QUIET : undefined)],
      }),
  )
}
