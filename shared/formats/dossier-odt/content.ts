import { legible, linesOf, type Block, type Cell, type Entry, type TableBlock } from '../dossier/blocks.ts'
import { WHOLE_ROWS } from '../dossier/dossier.ts'
import { escaped, XML } from '../workbook-ods/xml.ts'
import { AUTOMATIC, FONTS, NAMESPACES, TEXT_MM } from './styles.ts'

/** `content.xml`: the blocks in their order. Real headings, table heads that repeat, no row broken in two. */
export function contentXml(blocks: readonly Block[]): string {
  const widths = [
    ...new Set(blocks.flatMap((block) => (block.kind === 'table' ? millimetres(block.widths) : []))),
  ]
  const columns = widths.map(
    (width) =>
      `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`,
  )
  return `${XML}<office:document-content ${NAMESPACES}>${FONTS}<office:automatic-styles>${AUTOMATIC}${columns.join('')}</office:automatic-styles><office:body><office:text>${blocks.map(written).join('')}</office:text></office:body></office:document-content>`
}

function written(block: Block, at: number): string {
  switch (block.kind) {
    case 'title':
      return line('Title', block.text)
    case 'heading': {
      const style = block.newPage ? `NewPage${block.level}` : `Heading_20_${block.level}`
      const mark = block.anchor === undefined ? '' : `<text:bookmark text:name="${block.anchor}"/>`
      return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${mark}${inline(block.text)}</text:h>`
    }
    case 'contents':
      return contents(block.title, block.entries)
    case 'paragraph': {
      const named = block.style === 'Normale' ? 'Standard' : block.style
      const style = block.opening ? 'Opening' : block.ruled ? 'Ruled' : block.newPage ? 'NewPageO' : named
      return line(style, block.text)
    }
    case 'table':
      return table(block, at)
    case 'gap':
      return line('Gap', '')
  }
}

/**
 * What a word processor knows as a table of contents (OpenDocument 1.3, part 3, 8.3), with its titles written out; numbers
 * of pages are references, which are worked out when it is laid out.
 */
function contents(title: string, entries: readonly Entry[]): string {
  const lines = entries.map(
    ({ level, text, anchor }) =>
      `<text:p text:style-name="Contents${level}"><text:a text:style-name="ContentsLink" text:visited-style-name="ContentsLink" xlink:type="simple" xlink:href="#${anchor}">${inline(text)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="${anchor}"/></text:p>`,
  )
  return `${line('NewPageI', title)}<text:table-of-content text:name="Indice" text:protected="false"><text:table-of-content-source text:outline-level="2" text:use-index-marks="false"/><text:index-body>${lines.join('')}</text:index-body></text:table-of-content>`
}

function table({ widths, head, rows, total, long }: TableBlock, at: number): string {
  if (rows.length === 0 && head === null) return ''
  const whole = !long && rows.length <= WHOLE_ROWS
  const columns = millimetres(widths)
    .map((width) => `<table:table-column table:style-name="${columnStyle(width)}"/>`)
    .join('')
  const kept = (nth: number): boolean =>
    whole ? total !== null || nth < rows.length - 1 : head === null && nth < 2
  const heading = head
    ? `<table:table-header-rows>${row(head, 'CellHead', true, true)}</table:table-header-rows>`
    : ''
  const body = rows.map((cells, nth) => row(cells, 'Cell', kept(nth), false)).join('')
  const foot = total ? row(total, 'CellTotal', false, true) : ''
  return `<table:table table:name="Tabella${at}" table:style-name="Table">${columns}${heading}${body}${foot}</table:table>`
}

const row = (cells: readonly Cell[], style: string, keep: boolean, bold: boolean): string =>
  `<table:table-row table:style-name="Row">${cells
    .map(
      (cell) =>
        `<table:table-cell table:style-name="${style}" office:value-type="string">${cellLines(cell, keep, bold)}</table:table-cell>`,
    )
    .join('')}</table:table-row>`

function cellLines({ text, as }: Cell, keep: boolean, bold: boolean): string {
  const looks = bold || as === 'strong' ? 'B' : as === 'quiet' ? 'Q' : ''
  const style = `${as === 'amount' ? 'Importo' : 'Cella'}${looks}${keep ? 'K' : ''}`
  const lines = linesOf(text)
  return (lines.length > 0 ? lines : ['']).map((one) => line(style, one)).join('')
}

const line = (style: string, text: string): string =>
  `<text:p text:style-name="${style}">${inline(text)}</text:p>`

const inline = (text: string): string =>
  escaped(legible(text).replace(/[\r\n]+/g, ' '))
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replaceAll('\t', '<text:tab/>')

/** Whole tenths of a millimetre; what is left over goes to the first column. */
function millimetres(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths.map((one) => Math.floor((one * TEXT_MM * 10) / whole))
  const rest = TEXT_MM * 10 - columns.reduce((sum, one) => sum + one, 0)
  return columns.map((one, nth) => (nth === 0 ? one + rest : one) / 10)
}

const columnStyle = (width: number): string => `W${String(width).replace('.', '_')}`
