import { describe, expect, it } from 'vitest'
import { guessColumns, guessKind } from '../../../../shared/formats/cards-csv/columns.ts'
import { cardsFromTable } from '../../../../shared/formats/cards-csv/read.ts'
import { readCsv } from '../../../../shared/formats/incoming/csv.ts'
import { filtered, filterColumns, valuesIn } from '../../../../shared/formats/incoming/table-filter.ts'
import { layoutOf, publishedTable } from '../../../../shared/formats/opencoesione/read.ts'
import { READERS } from '../../../../shared/formats/readers.ts'
import { extendedList, manyRows } from '../../../builders/opencoesione.ts'

function read(text: string, kind = guessKind(readCsv(text).rows[0]?.cells ?? [])) {
  const grid = readCsv(text)
  const [head, ...rows] = grid.rows
  return cardsFromTable(grid, { kind, columns: guessColumns(head?.cells ?? [], kind, rows) })
}

describe('cards from a table', () => {
  it('takes every field of a kind under our own headings', () => {
    const { pieces, troubles } = read(
      'Titolo;Testo;Natura;Costo;Inizio;Fine;Destinatari;Territori;CUP\nBar sociale;Al piano terra;Immateriale;1.112.332,00;marzo 2026;31/12/2027;"Senza dimora\nRom";Giambellino;B51I24000010001',
    )
    expect(troubles).toEqual([])
    expect(pieces.cards).toMatchObject([
      {
        kind: 'action',
        title: 'Bar sociale',
        body: 'Al piano terra',
        nature: 'immaterial',
        costCents: 111_233_200,
        start: '2026-03-01',
        end: '2027-12-31',
        targetGroups: ['Senza dimora', 'Rom'],
        places: ['Giambellino'],
        cup: 'B51I24000010001',
      },
    ])
  })

  it('puts actions that name an intervention into a frame of that title', () => {
    const { pieces } = read('Titolo;Intervento;Costo\nUno;Casa;1\nDue;Casa;2\nTre;;3', 'action')
    const [frame] = pieces.cards
    expect(frame).toMatchObject({ kind: 'intervention', title: 'Casa' })
    expect(pieces.cards.slice(1).map((card) => 'intervention' in card && card.intervention)).toEqual([
      frame?.id,
      frame?.id,
      false,
    ])
  })

  it('takes the kind of each row from its own column, and names a row whose kind is none', () => {
    const { pieces, troubles } = read('Tipo;Titolo\nBisogno;Uno\nFondo;FSE+\nDrago;Tre\n;Quattro', 'note')
    expect(pieces.cards.map(({ kind }) => kind)).toEqual(['need', 'fund', 'note'])
    expect(troubles).toMatchObject([{ code: 'unknownKind', row: 4, lost: true }])
  })

  it.each([
    ['-500', 'belowZero', 'senza il segno meno'],
    ['1,200.00', 'ambiguousAmount', 'punto per le migliaia'],
    ['999.999.999.999.999', 'amountTooHigh', 'controllare gli zeri'],
    ['tre mele', 'notAnAmount', 'scriverlo ad esempio'],
  ])(
    'lets no «%s» be a cost: it stays in the text, with the row, the column and what to do',
    (cell, code, todo) => {
      const { pieces, troubles } = read(`Titolo;Costo\nUno;${cell}`, 'action')
      expect(pieces.cards[0]).not.toHaveProperty('costCents')
      expect(pieces.cards[0]?.body).toBe(`Costo: ${cell}`)
      expect(troubles).toMatchObject([{ code, row: 2, field: 'Costo', lost: false }])
      expect(troubles[0]?.message).toContain(cell)
      expect(troubles[0]?.message).toContain(todo)
    },
  )

  it('takes the beginning of a text that is too long, and says in which row and what to do with the rest', () => {
    const { pieces, troubles } = read(`Titolo;Testo\nUno;${'lungo '.repeat(3000)}`, 'action')
    expect(pieces.cards[0]?.body).toHaveLength(10_000)
    expect(troubles).toMatchObject([{ code: 'cut', row: 2, lost: true }])
    expect(troubles[0]?.message).toContain('Incollare il resto a parte')
  })

  it('keeps in the text what a field cannot take, and says where', () => {
    const { pieces, troubles } = read('Titolo;Costo;Inizio;Colore\nUno;circa mille;boh;blu', 'action')
    expect(pieces.cards[0]?.body).toBe('Costo: circa mille\nInizio: boh\nColore: blu')
    expect(troubles).toMatchObject([
      { code: 'notAnAmount', row: 2, field: 'Costo', lost: false },
      { code: 'notADate', row: 2, field: 'Inizio', lost: false },
    ])
  })

  it('names every row that becomes no card', () => {
    const { pieces, troubles } = read('Titolo;Costo\n;500\nUno;5', 'action')
    expect(pieces.cards).toHaveLength(1)
    expect(troubles).toMatchObject([{ code: 'noTitle', row: 2, lost: true }])
    expect(read('Titolo;Costo').troubles).toMatchObject([{ code: 'empty', lost: true }])
  })

  it('lets a long title go on in the text, and takes off the apostrophe that kept a formula asleep', () => {
    const long = `${'parola '.repeat(60)}fine`
    const { pieces } = read(`Titolo;Testo\n${long};prima\n'=1+1;dopo`, 'note')
    expect(`${pieces.cards[0]?.title} ${pieces.cards[0]?.body}`).toBe(`${long}\nprima`)
    expect(pieces.cards[1]?.title).toBe('=1+1')
  })
})

describe('the list of OpenCoesione', () => {
  const list = extendedList(manyRows(12))

  it('is known by its headings; its columns stand under ours', () => {
    const grid = readCsv(list)
    const layout = layoutOf(grid.rows[0]?.cells ?? [])
    if (!layout) throw new Error('the list is known')
    expect(grid.rows[0]?.cells).toHaveLength(199)
    const table = publishedTable(grid, layout)
    expect(table.rows[3]?.cells[0]).toBe('Intervento 3: accoglienza e attività "di quartiere"')
    const at = filterColumns(table.rows[0]?.cells ?? [])
    expect(valuesIn(table, at.city ?? -1, 10)).toEqual([
      { value: 'Milano', count: 4 },
      { value: 'Napoli', count: 4 },
      { value: 'Reggio di Calabria', count: 4 },
    ])
    expect(
      filtered(table, { columns: [{ at: at.city ?? -1, values: ['Milano'] }], words: '1AGCOE5' }).rows,
    ).toHaveLength(2)
  })

  it('counts a cell of several places for each of them, as its card has them, and a theme with a comma once', () => {
    const table = readCsv(
      'Titolo;Quartiere;Tema\nUno;Lorenteggio, Giambellino;Casa, servizi\nDue;Lorenteggio;Casa, servizi\n',
    )
    const { place = -1, theme = -1 } = filterColumns(table.rows[0]?.cells ?? [])
    expect(valuesIn(table, place, 10)).toEqual([
      { value: 'Lorenteggio', count: 2 },
      { value: 'Giambellino', count: 1 },
    ])
    expect(valuesIn(table, theme, 10)).toEqual([{ value: 'Casa, servizi', count: 2 }])
    expect(
      filtered(table, { columns: [{ at: place, values: ['Giambellino'] }], words: '' }).rows,
    ).toHaveLength(2)
  })

  it('becomes contexts: with amount, dates, policy and link, never money of the plan', () => {
    const { pieces, troubles } = READERS['opencoesione.csv']?.(new TextEncoder().encode(list), {
      city: 'napoli',
    }) ?? {
      pieces: { cards: [] },
      troubles: [],
    }
    expect(troubles).toEqual([])
    expect(pieces.cards).toHaveLength(4)
    expect(pieces.cards[0]).toMatchObject({
      kind: 'context',
      programme: 'PON FSE INCLUSIONE',
      cents: 100_050,
      start: '2024-01-15',
      end: '2026-12-31',
      places: ['Napoli'],
      themes: ['social'],
      operationCode: '1AGCOE1',
      source: 'https://opencoesione.gov.it/progetti/1agcoe1/',
    })
  })
})
