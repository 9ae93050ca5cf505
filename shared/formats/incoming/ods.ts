import { numberText, percentText } from './cell-text.ts'
import { GRID_LIMITS, isBlank, type Grid, type GridRow } from './grid.ts'
import { Refused } from './refused.ts'
import { kept, lost, type Trouble } from './trouble.ts'
import { letters } from '../workbook/sheet.ts'
import { attribute, scanXml } from './xml.ts'
import { textPart, type Archive } from './zip.ts'

/**
 * The sheets of an OpenDocument spreadsheet (ISO/IEC 26300, part 3) as grids, in their order: values as they were last
 * computed, never formulas; hidden sheets too. Throws Refused.
 */
export function odsSheets(archive: Archive): Grid[] {
  const manifest = textPart(archive, 'META-INF/manifest.xml') ?? ''
  if (manifest.includes('encryption-data') || archive.names.includes('encrypted-package'))
    throw new Refused('protectedFile')
  const content = textPart(archive, 'content.xml')
  if (content === null) throw new Refused('notThisKind', 'spreadsheet')
  const reader = new SheetReader()
  scanXml(content, reader)
  return reader.grids
}

/** What stands in a sheet or in a cell and is not its value: notes, drawings, tables in tables, what was there before. */
const ASIDE = new Set([
  'annotation',
  'custom-shape',
  'dde-links',
  'frame',
  'g',
  'ruby-text',
  'shapes',
  'tracked-changes',
])

const MOST_TROUBLES = 1_000

class SheetReader {
  readonly grids: Grid[] = []
  #name = ''
  #rows: GridRow[] = []
  #troubles: Trouble[] = []
  readonly #told = new Set<string>()
  #row = 0
  #repeated = 1
  #cells: string[] = []
  #column = 0
  #total = 0
  /** The attributes of the cell that is open. */
  #cell: string | null = null
  #lines: string[] = []
  #inLine = false
  #aside = 0

  open(tag: string, attributes: string): void {
    if (this.#aside > 0 || ASIDE.has(tag) || (tag === 'table' && this.#cell !== null)) this.#aside++
    else if (tag === 'table') this.#beginSheet(attribute(attributes, 'name') ?? '')
    else if (tag === 'table-row') {
      this.#repeated = times(attributes, 'number-rows-repeated')
      this.#cells = []
      this.#column = 0
    } else if (tag === 'table-cell' || tag === 'covered-table-cell') {
      this.#cell = attributes
      this.#lines = []
    } else if (tag === 'p' || tag === 'h') {
      this.#lines.push('')
      this.#inLine = true
    } else if (tag === 's') this.#write(' '.repeat(Math.min(times(attributes, 'c'), GRID_LIMITS.text)))
    else if (tag === 'tab') this.#write('\t')
    else if (tag === 'line-break') this.#write('\n')
  }

  close(tag: string): void {
    if (this.#aside > 0) this.#aside--
    else if (tag === 'table')
      this.grids.push({ name: this.#name, rows: this.#rows, troubles: this.#troubles })
    else if (tag === 'table-row') this.#endRow()
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#endCell()
    else if (tag === 'p' || tag === 'h') this.#inLine = false
  }

  text(value: string): void {
    // Spaces and ends of lines of the file itself are one space (19.1.1).
    this.#write(value.replace(/[ \t\r\n]+/g, ' '))
  }

  #write(text: string): void {
    if (this.#inLine && this.#aside === 0 && this.#cell !== null) this.#lines[this.#lines.length - 1] += text
  }

  #beginSheet(name: string): void {
    this.#name = name
    this.#rows = []
    this.#troubles = []
    this.#told.clear()
    this.#row = 0
  }

  #endCell(): void {
    const attributes = this.#cell ?? ''
    this.#cell = null
    const again = times(attributes, 'number-columns-repeated')
    const text = this.#valueOf(attributes)
    for (let nth = 0; text !== '' && nth < again; nth++) {
      const column = this.#column + nth + 1
      if (column > GRID_LIMITS.columns) {
        this.#once(lost('tooManyColumns', { sheet: this.#name }, String(GRID_LIMITS.columns)))
        break
      }
      while (this.#cells.length < column - 1) this.#cells.push('')
      this.#cells.push(text)
    }
    this.#column += again
  }

  /** A row that is repeated stands in the file once; the empty ones at the end of a sheet are a million. */
  #endRow(): void {
    const found = { cells: this.#cells }
    for (let nth = 1; nth <= this.#repeated && !isBlank({ row: 0, ...found }); nth++) {
      const row = this.#row + nth
      if (this.#rows.length >= GRID_LIMITS.rows) {
        this.#once(lost('tooManyRows', { sheet: this.#name, row }, String(GRID_LIMITS.rows)))
        break
      }
      this.#total += this.#cells.length
      if (this.#total > GRID_LIMITS.cells) throw new Refused('unpacksTooLarge')
      this.#rows.push({ row, ...found })
    }
    this.#row += this.#repeated
  }

  #valueOf(attributes: string): string {
    const text = this.#lines.join('\n')
    if (/calcext:value-type\s*=\s*["']error/.test(attributes)) {
      const where = { sheet: this.#name, row: this.#row + 1, field: letters(this.#column + 1) }
      if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push(kept('cellError', where, text))
      return ''
    }
    const value = attribute(attributes, 'value')
    switch (attribute(attributes, 'value-type')) {
      case 'float':
      case 'currency':
        return value === null ? text : numberText(value)
      case 'percentage':
        return value === null ? text : percentText(value)
      case 'date':
        return attribute(attributes, 'date-value')?.slice(0, 10) ?? text
      case 'boolean':
        return attribute(attributes, 'boolean-value') === 'true' ? 'sì' : 'no'
      case null:
      default:
        return text || (attribute(attributes, 'string-value') ?? '')
    }
  }

  #once(trouble: Trouble): void {
    if (!this.#told.has(trouble.code)) this.#troubles.push(trouble)
    this.#told.add(trouble.code)
  }
}

/** How often something stands there: once when nothing, or nonsense, is said. */
function times(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1)
  return Number.isSafeInteger(count) && count > 0 ? count : 1
}
