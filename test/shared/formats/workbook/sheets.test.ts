import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FIELDS, type Kind } from '../../../../shared/board/card.ts'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { linkCards } from '../../../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../../../shared/board/commands/set-header.ts'
import { ENDS, LINK_FIELDS, LINK_KINDS } from '../../../../shared/board/link.ts'
import { CARD_SHEETS } from '../../../../shared/formats/workbook/words.ts'
import type { Sheet } from '../../../../shared/formats/workbook/sheet.ts'
import { sheetsOf } from '../../../../shared/formats/workbook/sheets.ts'
import type { CardId, LinkId } from '../../../../shared/ids.ts'
import { sum } from '../../../../shared/money.ts'
import { inputOf, modelInput } from '../export-input.ts'
import { RICH_AUTHORS, richBoard } from '../rich-board.ts'

const named = (sheets: readonly Sheet[], name: string): Sheet => {
  const found = sheets.find((one) => one.name === name)
  if (!found) throw new Error(`no sheet is called ${name}`)
  return found
}

/** The cells of one column, below its heading. */
function column({ columns, rows }: Sheet, heading: string) {
  const at = columns.findIndex((one) => one.heading === heading)
  if (at < 0) throw new Error(`no column is called ${heading}`)
  return rows.map((row) => row[at] ?? null)
}

const amounts = (cells: ReturnType<typeof column>): number[] =>
  cells.flatMap((cell) => (cell && 'cents' in cell ? [cell.cents] : []))

describe('the sheets of a plan', () => {
  const quartieri = sheetsOf(modelInput('quartieri-connessi'))

  it('say what the plan says: Quartieri Connessi to the cent, by fund, by axis, by intervention', () => {
    expect(sum(amounts(column(named(quartieri, 'Quadro finanziario'), 'Importo')))).toBe(302_951_950)
    const totals = named(quartieri, 'Sintesi finanziaria')
    const [groups, titles, values] = ['Raggruppamento', 'Voce', 'Importo'].map((one) => column(totals, one))
    const totalOf = (group: string) =>
      groups?.flatMap((cell, row) =>
        JSON.stringify(cell) === JSON.stringify({ text: group }) &&
        JSON.stringify(titles?.[row]) === JSON.stringify({ text: 'Totale' })
          ? [values?.[row]]
          : [],
      )
    for (const group of [
      'Per fondo',
      'Per asse',
      'Per fondo e asse',
      'Per fonte',
      'Per intervento',
      'Per anno',
    ])
      expect(totalOf(group), group).toEqual([{ cents: 302_951_950 }])
  })

  it('hold every card and every link that is on the table', () => {
    const input = inputOf(richBoard())
    const sheets = sheetsOf(input)
    for (const kind of Object.keys(CARD_SHEETS) as Kind[]) {
      const cards = [...input.board.cards.values()].filter((card) => card.kind === kind)
      const found = sheets.find(({ name }) => name === CARD_SHEETS[kind])
      expect(found?.rows.length ?? 0, kind).toBe(cards.length)
    }
    expect(named(sheets, 'Collegamenti').rows).toHaveLength(input.board.links.size)
  })

  it('tell who wrote a card, in the words of the server', () => {
    const sheets = sheetsOf(inputOf(richBoard(), { authors: RICH_AUTHORS }))
    const names = [...RICH_AUTHORS.values()].flatMap(({ name }) => name || [])
    const written = sheets.flatMap((one) =>
      one.columns.some(({ heading }) => heading === 'Scritta da') ? column(one, 'Scritta da') : [],
    )
    for (const name of names) expect(written).toContainEqual({ text: name })
  })

  it('have names that every spreadsheet takes, each once', () => {
    const names = sheetsOf(inputOf(richBoard())).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })

  it('leave out what XML cannot carry, and no more', () => {
    const doc = new Y.Doc()
    addCard(doc, { kind: 'note', at: [0, 0], title: 'a\u0000b\u001fc\ud800d\n\te 👩🏽‍🍳' })
    expect(column(named(sheetsOf(inputOf(doc)), 'Note'), 'Titolo')).toEqual([
      { text: 'a\ufffdb\ufffdc\ufffdd\n\te 👩🏽‍🍳' },
    ])
  })
})

/** A value that each field takes; of words, one that is no default. */
const SAMPLES: readonly unknown[] = [
  'testo',
  true,
  7,
  0.5,
  '2026-03-05',
  ['uno'],
  { 2026: 500 },
  [{ type: 'output', label: 'persone' }],
  [{ dimension: 'territory', code: '1' }],
  [{ label: 'delibera', cents: 5 }],
  ['work'],
  'material',
  'executive',
  'regional',
  'foundation',
  'outsideLead',
  'volunteers',
  'confirmed',
]

describe('nothing that is written is left out', () => {
  const board = (fields: object, kind: Kind): string => {
    const doc = new Y.Doc()
    setHeader(doc, { title: 'x', programme: 'pon-metro-2014-2020', city: 'Bari' })
    for (const other of ['intervention', 'need', 'action'] as const)
      addCard(doc, { kind: other, at: [0, 0], id: `${other}1` as CardId, title: other })
    addCard(doc, { kind, at: [0, 0], id: 'card' as CardId, title: 'x', fields })
    return JSON.stringify(sheetsOf(inputOf(doc)).slice(1))
  }
  const fields = Object.entries(FIELDS).flatMap(([kind, readers]) =>
    Object.entries(readers).map(([field, read]) => [kind as Kind, field, read] as const),
  )

  it.each(fields)('%s.%s', (kind, field, read) => {
    const reference = { intervention: 'intervention1', mergedInto: 'need1' }[field]
    const value = [reference, ...SAMPLES].find((one) => {
      const found = read(one)
      return found !== undefined && !(Array.isArray(found) && found.length === 0)
    })
    expect(value, `no sample for ${field}`).toBeDefined()
    expect(board({ [field]: value }, kind)).not.toBe(board({}, kind))
  })

  const linkFields = LINK_KINDS.flatMap((kind) =>
    Object.entries(LINK_FIELDS[kind]).map(([field, read]) => [kind, field, read] as const),
  )
  it.each(linkFields)('link %s.%s', (kind, field, read) => {
    const linked = (given: object): string => {
      const doc = new Y.Doc()
      const [from, to] = [ENDS[kind]?.from[0] ?? 'note', ENDS[kind]?.to[0] ?? 'note']
      addCard(doc, { kind: from, at: [0, 0], id: 'from' as CardId, title: 'a' })
      addCard(doc, { kind: to, at: [0, 0], id: 'to' as CardId, title: 'b' })
      const [a, b, id] = ['from' as CardId, 'to' as CardId, 'link' as LinkId]
      linkCards(doc, { kind, from: a, to: b, id, fields: given })
      return JSON.stringify(sheetsOf(inputOf(doc)).slice(1))
    }
    const value = SAMPLES.find((one) => read(one) !== undefined)
    expect(linked({ [field]: value })).not.toBe(linked({}))
  })
})
