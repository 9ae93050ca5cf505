import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../shared/formats/incoming/csv.ts'

const cells = (text: string): readonly (readonly string[])[] => readCsv(text).rows.map((row) => row.cells)

describe('a table of separated values', () => {
  it.each([
    ['a;b\n1;2', ';'],
    ['a\tb\n1\t2', 'tab'],
    ['a,b\n1,2', ','],
    ['a|b\n1|2', '|'],
    ['sep=|\na|b\n1|2', 'what the file declares'],
  ])('finds its separator: %j is cut at %s', (text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps the decimal comma of an Italian list whole', () => {
    expect(cells('Titolo;Costo\nUno;1.000,50\nDue;2,00')).toEqual([
      ['Titolo', 'Costo'],
      ['Uno', '1.000,50'],
      ['Due', '2,00'],
    ])
  })

  it('reads values of several lines, doubled quotes, and quotes that nobody doubled', () => {
    expect(cells('a;b\n"una\ndue";"dice ""sì"""\n"il "Centro" di via Roma";x')).toEqual([
      ['a', 'b'],
      ['una\ndue', 'dice "sì"'],
      ['il "Centro" di via Roma', 'x'],
    ])
  })

  it('does not swallow rows after a title that begins with a quoted word', () => {
    expect(cells('a;b\n"Casa" per tutti;1\n"Altro";2')).toEqual([
      ['a', 'b'],
      ['"Casa" per tutti', '1'],
      ['Altro', '2'],
    ])
  })

  it('names the row of a quote that never closes, and loses nothing of it', () => {
    const { rows, troubles } = readCsv('a;b\n"aperta;1\nultima;2')
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['"aperta', '1'],
      ['ultima', '2'],
    ])
    expect(troubles.map(({ code, row }) => [code, row])).toEqual([['unclosedQuote', 2]])
  })

  it('counts rows as a spreadsheet shows them, blank ones included', () => {
    expect(readCsv('a;b\n\n1;2').rows.map(({ row }) => row)).toEqual([1, 3])
  })

  it('gives back whatever was written with quotes', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n')
        const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
        expect(cells(`sep=;\n${text}`)).toEqual(filled)
      }),
      { endOnFailure: true },
    )
  })
})
