import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../../shared/formats/incoming/grid.ts'
import { isTrouble } from '../../../../shared/formats/incoming/refused.ts'
import { readSpreadsheet } from '../../../../shared/formats/incoming/spreadsheet.ts'
import { ODS } from '../../../../shared/formats/workbook-ods/media-type.ts'

/** Sheets from the rows of one table, as the elements of the format. */
function sheetOf(rows: string): Grid | undefined {
  const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="Foglio">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  const grids = readSpreadsheet(zipSync({ mimetype: strToU8(ODS), 'content.xml': strToU8(content) }))
  if (isTrouble(grids)) throw new Error(grids.message)
  return grids[0]
}
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const cell = (attributes: string, inside = ''): string =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const said = (text: string): string => cell('office:value-type="string"', `<text:p>${text}</text:p>`)

describe('a cell of an OpenDocument sheet', () => {
  it.each([
    [
      'a number',
      cell('office:value-type="float" office:value="1234.5"', '<text:p>1.234,50</text:p>'),
      '1234,5',
    ],
    ['an amount', cell('office:value-type="currency" office:currency="EUR" office:value="99"'), '99'],
    ['a share', cell('office:value-type="percentage" office:value="0.4"'), '40%'],
    ['a day', cell('office:value-type="date" office:date-value="2026-03-02T00:00:00"'), '2026-03-02'],
    ['a yes', cell('office:value-type="boolean" office:boolean-value="true"'), 'sì'],
    [
      'a time, as it is shown',
      cell('office:value-type="time" office:time-value="PT09H"', '<text:p>09:00</text:p>'),
      '09:00',
    ],
    ['spaces and tabs', said('a<text:s text:c="3"/>b<text:tab/>c'), 'a   b\tc'],
    ['what the file folds', said('a\n      <text:span>b</text:span>'), 'a b'],
    [
      'lines',
      cell('office:value-type="string"', '<text:p>una</text:p><text:p>due<text:line-break/>tre</text:p>'),
      'una\ndue\ntre',
    ],
    [
      'its text without its note',
      cell(
        'office:value-type="string"',
        '<office:annotation><text:p>nota</text:p></office:annotation><text:p>testo</text:p>',
      ),
      'testo',
    ],
  ])('gives %s', (_, xml, wanted) => {
    expect(sheetOf(row(xml))?.rows).toEqual([{ row: 1, cells: [wanted] }])
  })

  it('stands where it stands, when those before it are repeated, merged or empty', () => {
    const found = sheetOf(
      '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>' +
        row(
          '<table:table-cell table:number-columns-repeated="2"/>',
          said('c'),
          '<table:covered-table-cell/>',
          said('e'),
        ) +
        `<table:table-row table:number-rows-repeated="2">${cell('office:value-type="string" table:number-columns-repeated="2"', '<text:p>x</text:p>')}</table:table-row>`,
    )
    expect(found?.rows).toEqual([
      { row: 4, cells: ['', '', 'c', '', 'e'] },
      { row: 5, cells: ['x', 'x'] },
      { row: 6, cells: ['x', 'x'] },
    ])
  })

  it('with an error of computing is told with its place', () => {
    const wrong = cell('office:value-type="string" calcext:value-type="error"', '<text:p>#DIV/0!</text:p>')
    const found = sheetOf(row(said('a'), wrong))
    expect(found?.rows).toEqual([{ row: 1, cells: ['a'] }])
    expect(found?.troubles).toMatchObject([{ code: 'cellError', sheet: 'Foglio', row: 1, field: 'B' }])
  })

  it('of what was there before, or in a drawing, is not read', () => {
    const drawn = `<table:shapes><draw:frame>${said('disegno')}</draw:frame></table:shapes>`
    expect(sheetOf(drawn + row(said('vero')))?.rows).toEqual([{ row: 1, cells: ['vero'] }])
  })
})
