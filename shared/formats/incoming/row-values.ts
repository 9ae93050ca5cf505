import type { GridRow } from './grid.ts'
import type { ReadValue } from './read-value.ts'
import { isDamaged, repairAccents } from './repair-accents.ts'
import { kept, type Trouble, type Where } from './trouble.ts'

/** Where the values of a column go: a field by its key, the text of the card, or nowhere. */
export type Column = string
/** As a line of the card's text, led by the heading. */
export const INTO_TEXT: Column = '+text'
export const LEFT_OUT: Column = ''

export interface RowRule {
  readonly headings: readonly string[]
  readonly columns: readonly Column[]
  /** How each field of the row's card is read, by its key; columns of other fields go into the text. */
  readonly fields: ReadonlyMap<string, { readonly read: ReadValue }>
  readonly sheet: string
  /** Our own sheets are taken letter by letter; what others wrote has accents put back and spaces cut. */
  readonly exact: boolean
}

export interface RowValues {
  readonly title: string
  readonly body: string
  readonly fields: Record<string, unknown>
  readonly troubles: readonly Trouble[]
}

/** The values of one row. A cell that its field cannot take is a line of the text, and named: nothing that it says is lost. */
export function rowValues(row: GridRow, { headings, columns, fields, sheet, exact }: RowRule): RowValues {
  const troubles: Trouble[] = []
  const values: Record<string, unknown> = {}
  const texts = { title: '', body: '' }
  const also: string[] = []
  const where = (field: string): Where => ({ sheet, row: row.row, ...(field !== '' && { field }) })
  row.cells.forEach((raw, at) => {
    const cell = exact ? raw : asMeant(raw)
    const column = at < columns.length ? (columns[at] ?? LEFT_OUT) : INTO_TEXT
    if (cell === '' || column === LEFT_OUT) return
    const heading = asMeant(headings[at] ?? '')
    if (at >= headings.length) troubles.push(kept('moreCells', where('')))
    if (!exact && isDamaged(cell)) troubles.push(kept('damagedText', where(heading)))
    if (column === 'title' || column === 'body') {
      texts[column] = cell
      return
    }
    const field = fields.get(column)
    const value = field?.read(cell)
    if (value && 'code' in value) troubles.push(kept(value.code, where(heading), value.about))
    if (value?.ok) values[column] = value.value
    if (!value || 'code' in value) also.push(heading === '' ? cell : `${heading}: ${cell}`)
  })
  const body = [texts.body, ...also].filter((part) => part !== '').join('\n')
  return { title: texts.title, body, fields: values, troubles }
}

/** Accents put back, and without the apostrophe that keeps a spreadsheet from computing a text. */
const asMeant = (cell: string): string =>
  repairAccents(cell)
    .trim()
    .replace(/^'(?=[=+\-@\d\uFF1D\uFF0B\uFF0D\uFF20])/, '')
