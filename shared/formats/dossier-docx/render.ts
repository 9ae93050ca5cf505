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
import { legible, linesOf, type Block, type Cell, type TableBlock } from '../dossier/blocks.ts'
import { WHOLE_ROWS } from '../dossier/dossier.ts'
import { GROUND, PRIMARY, QUIET, RULE, TEXT_WIDTH } from './style.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** The blocks of a dossier as Office Open XML has them, in the styles of `style.ts`. */
export const render = (blocks: readonly Block[]): (Paragraph | Table)[] => blocks.map(rendered)

function rendered(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, children: [run(block.text)] })
    case 'heading':
      return new Paragraph({
        heading: HEADINGS[block.level],
        pageBreakBefore: block.newPage,
        children: [run(block.text)],
      })
    case 'paragraph':
      return new Paragraph({
        ...(block.style !== 'Normale' && { style: block.style }),
        ...(block.newPage && { pageBreakBefore: true }),
        ...(block.opening && { spacing: { before: 2_600, after: 80 } }),
        ...(block.ruled && {
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 10, color: PRIMARY } },
        }),
        children: [run(block.text)],
      })
    case 'table':
      return table(block)
    case 'gap':
      return new Paragraph({ spacing: { before: 0, after: 60, line: 120 } })
  }
}

function table({ widths, head, rows, total, long }: TableBlock): Table {
  const columns = twips(widths)
  const whole = !long && rows.length <= WHOLE_ROWS
  const last = head ? rows.length - 1 : whole ? rows.length - 1 : 2
  const keeps = (index: number): boolean => (head ? whole && (total !== null || index < last) : index < last)
  return new Table({
    ...frame(columns),
    rows: [
      ...(head ? [row(head, columns, { head: true })] : []),
      ...rows.map((cells, index) => row(cells, columns, { keepNext: keeps(index) })),
      ...(total ? [row(total, columns, { total: true })] : []),
    ],
  })
}

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
  cells: readonly Cell[],
  columns: readonly number[],
  kind: { readonly head?: boolean; readonly total?: boolean; readonly keepNext?: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: kind.head === true,
    children: cells.map(({ text, as }, index) => {
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
