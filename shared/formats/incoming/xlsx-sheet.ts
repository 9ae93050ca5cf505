import { dayText, numberText, percentText } from './cell-text.ts'
import { GRID_LIMITS, isBlank, type Grid, type GridRow } from './grid.ts'
import { Refused } from './refused.ts'
import { letters } from '../workbook/sheet.ts'
import { kept, lost, type Trouble } from './trouble.ts'
import type { Shown } from './xlsx-styles.ts'
import { attribute, scanXml } from './xml.ts'

interface Book {
  readonly strings: readonly string[]
  readonly shown: readonly Shown[]
  readonly from1904: boolean
}

const MOST_TROUBLES = 1_000

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
}

/** One sheet (ECMA-376 part 1, 18.3). Cells stand where their address says; rows and cells without one follow the last. */
export function sheetGrid(name: string, xml: string, book: Book): Grid {
  const rows: GridRow[] = []
  const troubles: Trouble[] = []
  const seen = new Set<string>()
  const once = (trouble: Trouble): void => {
    if (!seen.has(trouble.code)) troubles.push(trouble)
    seen.add(trouble.code)
  }
  let [row, column, total, inValue] = [0, 0, 0, false]
  let cells: string[] = []
  let cell: Cell | null = null
  scanXml(xml, {
    open(tag, attributes) {
      if (tag === 'row') {
        const numbered = Number(attribute(attributes, 'r') ?? NaN)
        row = Number.isSafeInteger(numbered) ? numbered : row + 1
        cells = []
        column = 0
      } else if (tag === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        cell = {
          column,
          type: attribute(attributes, 't') ?? 'n',
          style: Number(attribute(attributes, 's') ?? -1),
          value: '',
        }
      } else if (tag === 'v' || tag === 't') inValue = true
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false
      else if (tag === 'c' && cell) {
        if (cell.column > GRID_LIMITS.columns)
          once(lost('tooManyColumns', { sheet: name }, String(GRID_LIMITS.columns)))
        else if (cell.value !== '') {
          if (++total > GRID_LIMITS.cells) throw new Refused('unpacksTooLarge')
          if (cell.type === 'e' && troubles.length < MOST_TROUBLES)
            troubles.push(kept('cellError', { sheet: name, row, field: letters(cell.column) }, cell.value))
          put(cells, cell.column, textOf(cell, book))
        }
        cell = null
      } else if (tag === 'row') {
        const found = { row, cells }
        if (rows.length >= GRID_LIMITS.rows)
          once(lost('tooManyRows', { sheet: name, row }, String(GRID_LIMITS.rows)))
        else if (!isBlank(found)) rows.push(found)
      }
    },
    text(value) {
      if (inValue && cell) cell.value += value
    },
  })
  return { name, rows, troubles }
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column - 1) cells.push('')
  cells[column - 1] = text
}

function textOf({ type, style, value }: Cell, { strings, shown, from1904 }: Book): string {
  if (type === 's') return unescaped(strings[Number(value)] ?? '')
  if (type === 'b') return value === '1' ? 'sì' : 'no'
  if (type === 'd') return value.slice(0, 10)
  if (type === 'e') return ''
  if (type !== 'n') return unescaped(value)
  const as = shown[style]
  return as === 'day' ? dayText(value, from1904) : as === 'percent' ? percentText(value) : numberText(value)
}

/** `_x000D_` is how this format writes what XML cannot (22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text

/** `B12` → 2; null without an address. */
function columnOf(address: string | null): number | null {
  const name = /^([A-Z]{1,3})\d*$/.exec(address ?? '')?.[1]
  if (name === undefined) return null
  let column = 0
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
