import type { Grid } from './grid.ts'
import { Refused } from './refused.ts'
import { sheetGrid } from './xlsx-sheet.ts'
import { shownBy } from './xlsx-styles.ts'
import { attribute, scanXml } from './xml.ts'
import { textPart, type Archive } from './zip.ts'

/**
 * The sheets of an Office Open XML workbook (ISO/IEC 29500) as grids, in their order: values as they were last computed,
 * never formulas; hidden sheets too. Throws Refused.
 */
export function xlsxSheets(archive: Archive): Grid[] {
  const book = textPart(archive, 'xl/workbook.xml')
  if (book === null) throw new Refused('notThisKind', 'spreadsheet')
  const { sheets, from1904 } = readBook(book)
  const targets = targetsIn(textPart(archive, 'xl/_rels/workbook.xml.rels') ?? '')
  const strings = stringsIn(textPart(archive, 'xl/sharedStrings.xml') ?? '')
  const shown = shownBy(textPart(archive, 'xl/styles.xml') ?? '')
  return sheets.flatMap(({ name, relation }) => {
    const xml = textPart(archive, targets.get(relation) ?? '')
    return xml === null ? [] : [sheetGrid(name, xml, { strings, shown, from1904 })]
  })
}

interface NamedSheet {
  readonly name: string
  readonly relation: string
}

function readBook(xml: string): { readonly sheets: readonly NamedSheet[]; readonly from1904: boolean } {
  const sheets: NamedSheet[] = []
  let from1904 = false
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      // "sheetId" and "r:id" both end in "id": the relation is the one with a prefix.
      else if (name === 'sheet')
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          relation: attribute(attributes, 'id') ?? '',
        })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheets, from1904 }
}

function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  scanXml(xml, {
    open(name, attributes) {
      const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')]
      if (name === 'Relationship' && id !== null && target !== null)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
    close: () => undefined,
    text: () => undefined,
  })
  return targets
}

/** Shared strings; how parts of a text look, and how to pronounce it, is left out. */
function stringsIn(xml: string): string[] {
  const strings: string[] = []
  let [inText, spoken, text] = [false, false, '']
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') spoken = true
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 't') inText = false
      else if (name === 'rPh') spoken = false
    },
    text(value) {
      if (inText && !spoken) text += value
    },
  })
  return strings
}
