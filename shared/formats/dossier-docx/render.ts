import { legible, linesOf, type Block, type Cell, type Entry, type TableBlock } from '../dossier/blocks.ts'
import { WHOLE_ROWS } from '../dossier/dossier.ts'
import { escaped } from './package.ts'
import { GROUND, PRIMARY, QUIET, RULE, TEXT_WIDTH } from './style.ts'

/**
 * The blocks of a dossier as the body of WordprocessingML (ISO/IEC 29500-1, 17), in the styles of `style.ts`. Written as
 * text: a large plan has some hundred thousand cells, and an object for each part of each would take most of a minute.
 */
export const render = (blocks: readonly Block[]): string => blocks.map(rendered).join('')

function rendered(block: Block): string {
  switch (block.kind) {
    case 'title':
      return paragraph(style('Title'), run(block.text))
    case 'heading':
      return paragraph(
        style(`Heading${block.level}`) + (block.newPage ? NEW_PAGE : ''),
        marked(run(block.text), block.anchor),
      )
    case 'contents':
      return contents(block.title, block.entries)
    case 'paragraph':
      return paragraph(
        (block.style === 'Normale' ? '' : style(block.style)) +
          (block.newPage ? NEW_PAGE : '') +
          (block.ruled ? RULED : '') +
          (block.opening ? spacing({ before: 2_600, after: 80 }) : ''),
        run(block.text),
      )
    case 'table':
      return table(block)
    case 'gap':
      return paragraph(spacing({ before: 0, after: 60, line: 120 }))
  }
}

/** A place that the contents lead to; its number is that of its name. */
function marked(content: string, anchor: string | undefined): string {
  if (anchor === undefined) return content
  const id = anchor.replace(/\D/g, '')
  return `<w:bookmarkStart w:id="${id}" w:name="${anchor}"/>${content}<w:bookmarkEnd w:id="${id}"/>`
}

/**
 * The titles, each a link and a reference to its page (17.16.5.47). Numbers come when it is laid out: LibreOffice does that at
 * once, Word when it prints or saves as a PDF. Who writes it cannot know them, and a wrong one is worse than none.
 */
function contents(title: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ level, text, anchor }) => {
    const page = `${FIELD('begin')}${instruction(`PAGEREF ${anchor} \\h`)}${FIELD('separate')}${run('')}${FIELD('end')}`
    const link = `<w:hyperlink w:anchor="${anchor}" w:history="1">${run(text)}</w:hyperlink>`
    return paragraph(style(`TOC${level}`) + LEADER, `${link}<w:r><w:tab/></w:r>${page}`)
  })
  return paragraph(style('Indice') + NEW_PAGE, run(title)) + lines.join('')
}

const FIELD = (kind: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`

const instruction = (text: string): string =>
  `<w:r><w:instrText xml:space="preserve"> ${escaped(text)} </w:instrText></w:r>`

const LEADER = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${TEXT_WIDTH}"/></w:tabs>`

function table({ widths, head, rows, total, long }: TableBlock): string {
  const columns = twips(widths)
  const whole = !long && rows.length <= WHOLE_ROWS
  const last = head ? rows.length - 1 : whole ? rows.length - 1 : 2
  const keeps = (index: number): boolean => (head ? whole && (total !== null || index < last) : index < last)
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return [
    `<w:tbl>${FRAME}<w:tblGrid>${grid}</w:tblGrid>`,
    head ? row(head, columns, { head: true }) : '',
    ...rows.map((cells, index) => row(cells, columns, { keepNext: keeps(index) })),
    total ? row(total, columns, { total: true }) : '',
    '</w:tbl>',
  ].join('')
}

function twips(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths.map((one) => Math.floor((one * TEXT_WIDTH) / whole))
  const rest = TEXT_WIDTH - columns.reduce((sum, one) => sum + one, 0)
  return columns.map((one, index) => (index === 0 ? one + rest : one))
}

interface RowKind {
  readonly head?: boolean
  readonly total?: boolean
  readonly keepNext?: boolean
}

/** No row is broken in two; the head is repeated on every page. */
function row(cells: readonly Cell[], columns: readonly number[], kind: RowKind): string {
  const written = cells.map((cell, index) => {
    const look = `<w:tcW w:type="dxa" w:w="${columns[index] ?? 0}"/>${kind.total ? ABOVE_TOTAL : ''}${
      kind.head ? SHADED : ''
    }<w:vAlign w:val="${kind.head ? 'bottom' : 'top'}"/>`
    return `<w:tc><w:tcPr>${look}</w:tcPr>${cellParagraphs(cell, kind)}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${on('tblHeader', kind.head)}</w:trPr>${written.join('')}</w:tr>`
}

function cellParagraphs({ text, as }: Cell, { head, total, keepNext }: RowKind): string {
  const look = style(as === 'amount' ? 'Importo' : 'Cella') + on('keepNext', keepNext ?? head)
  const bold = head === true || total === true || as === 'strong' ? '<w:b/><w:bCs/>' : ''
  const ink = as === 'quiet' ? `<w:color w:val="${QUIET}"/>` : ''
  const lines = linesOf(text)
  return (lines.length > 0 ? lines : ['']).map((one) => paragraph(look, run(one, bold + ink))).join('')
}

const paragraph = (look: string, content = ''): string =>
  `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${content}</w:p>`

const run = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(legible(text))}</w:t></w:r>`

const style = (name: string): string => `<w:pStyle w:val="${name}"/>`

const on = (name: string, is = false): string => (is ? `<w:${name}/>` : `<w:${name} w:val="false"/>`)

const spacing = ({ after, before, line }: { after: number; before: number; line?: number }): string =>
  `<w:spacing w:after="${after}" w:before="${before}"${line === undefined ? '' : ` w:line="${line}"`}/>`

const NEW_PAGE = '<w:pageBreakBefore/>'
const RULED = `<w:pBdr><w:bottom w:val="single" w:color="${PRIMARY}" w:sz="12" w:space="10"/></w:pBdr>`
const ABOVE_TOTAL = `<w:tcBorders><w:top w:val="single" w:color="${QUIET}" w:sz="12"/></w:tcBorders>`
const SHADED = `<w:shd w:fill="${GROUND}" w:color="auto" w:val="clear"/>`

/** Thin rules between rows, none between columns. */
const line = (side: string): string => `<w:${side} w:val="single" w:color="${RULE}" w:sz="4"/>`
const none = (side: string): string => `<w:${side} w:val="none" w:color="auto" w:sz="0"/>`
const margin = (side: string, width: number): string => `<w:${side} w:type="dxa" w:w="${width}"/>`
const FRAME = [
  `<w:tblPr><w:tblW w:type="dxa" w:w="${TEXT_WIDTH}"/>`,
  `<w:tblBorders>${line('top')}${none('left')}${line('bottom')}${none('right')}${line('insideH')}${none('insideV')}</w:tblBorders>`,
  '<w:tblLayout w:type="fixed"/>',
  `<w:tblCellMar>${margin('top', 20)}${margin('left', 90)}${margin('bottom', 20)}${margin('right', 90)}</w:tblCellMar>`,
  '</w:tblPr>',
].join('')
