import { describe, expect, it } from 'vitest'
import { cardNow, writtenIn } from '../../../client/components/table/column.ts'
import { columnsOf, TABLE_KINDS } from '../../../client/components/table/columns.ts'
import { askedAt } from '../../../client/components/table/grid-keys.ts'
import { drawnRows, walked } from '../../../client/components/table/grid-walk.ts'
import { nextSorting, rowsOf } from '../../../client/components/table/rows.ts'
import type { BoardSession } from '../../../client/session/board-session.svelte.ts'
import type { Kind } from '../../../shared/board/card.ts'
import { editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { trashCards } from '../../../shared/board/commands/trash-cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { aBoard } from '../../builders/a-board.ts'
import { aDesk } from '../canvas/desk.ts'

const SPEC = {
  cards: {
    frame: { kind: 'intervention', title: 'Quartieri Connessi' },
    works: {
      kind: 'action',
      title: 'Portinerie',
      costCents: 111_233_200,
      start: '2020-01-01',
      nature: 'material',
    },
    services: { kind: 'action', title: 'Àncora sociale', costCents: 56_250_000, start: '2019-06-01' },
    empty: { kind: 'action', title: 'Piattaforma' },
    need: { kind: 'need', title: 'Un posto', places: ['Lorenteggio'] },
    axis: { kind: 'axis', axis: '3' },
  },
  links: [['services', 'programmedUnder', 'axis']],
} as const

const desk = aDesk(SPEC)
const built = aBoard(SPEC)
const columns = (kind: Kind) => columnsOf(kind, built.plan(), (id) => id)
const cards = (kind: Kind) => [...built.board().cards.values()].filter((card) => card.kind === kind)
const titles = (...how: [Record<string, string>, Parameters<typeof rowsOf>[3]]): string[] =>
  rowsOf(cards('action'), columns('action'), ...how).map(({ title }) => title)

/** Writes in a cell of a real document, as the table does. */
function write(kind: Kind, id: string, key: string, value: string): string | null {
  const card = desk.board.card(id as CardId)
  const column = columns(kind).find((one) => one.key === key)
  if (!card || !column?.write) throw new Error(`No cell ${key} of ${id}.`)
  return column.write(desk as unknown as BoardSession, card, value)
}
const now = (id: string) => desk.board.card(id as CardId)

describe('the rows of a table', () => {
  it('stand in the order of reading, or by a column, empty cells last both ways', () => {
    expect(titles({}, null)).toEqual(['Portinerie', 'Àncora sociale', 'Piattaforma'])
    expect(titles({}, { key: 'costCents', down: false })).toEqual([
      'Àncora sociale',
      'Portinerie',
      'Piattaforma',
    ])
    expect(titles({}, { key: 'costCents', down: true })).toEqual([
      'Portinerie',
      'Àncora sociale',
      'Piattaforma',
    ])
    expect(titles({}, { key: 'start', down: false })).toEqual(['Àncora sociale', 'Portinerie', 'Piattaforma'])
    expect(titles({}, { key: 'title', down: false })).toEqual(['Àncora sociale', 'Piattaforma', 'Portinerie'])
  })

  it('are those whose cells contain what is written above them', () => {
    expect(titles({ title: 'ancora' }, null)).toEqual(['Àncora sociale'])
    expect(titles({ nature: 'mat', costCents: '1.112' }, null)).toEqual(['Portinerie'])
    expect(titles({ title: 'p', nature: 'digi' }, null)).toEqual([])
  })

  it('are asked to turn round, and then to be as they were', () => {
    const up = nextSorting(null, 'title')
    const down = nextSorting(up, 'title')
    expect([up, down, nextSorting(down, 'title')]).toEqual([
      { key: 'title', down: false },
      { key: 'title', down: true },
      null,
    ])
    expect(nextSorting(down, 'start')).toEqual({ key: 'start', down: false })
  })
})

describe('a cell', () => {
  it('writes by the shared commands what people type', () => {
    expect(write('action', 'works', 'costCents', '0,95 M€')).toBeNull()
    expect(write('action', 'works', 'end', 'marzo 2026')).toBeNull()
    expect(write('action', 'works', 'title', ' Nove  portinerie ')).toBeNull()
    expect(write('need', 'need', 'places', 'Corvetto; Lorenteggio, Corvetto')).toBeNull()
    expect(now('works')).toMatchObject({ costCents: 95_000_000, end: '2026-03-31', title: 'Nove portinerie' })
    expect(now('need')).toMatchObject({ places: ['Corvetto', 'Lorenteggio'] })
  })

  it('puts an action into an intervention, and takes it out', () => {
    write('action', 'services', 'intervention', 'frame')
    expect(now('services')).toMatchObject({ intervention: 'frame' })
    write('action', 'services', 'intervention', '')
    expect(now('services')).not.toHaveProperty('intervention')
  })

  it('holds the indicators of an action as they are said, with the codes of words that stay', () => {
    const said = (key: string) => {
      const card = now('works')
      return (
        card &&
        columns('action')
          .find((one) => one.key === key)
          ?.text(card)
      )
    }
    desk.act((doc) =>
      editCard<'action'>(doc, 'works' as CardId, {
        indicators: [
          { type: 'output', code: 'RCO67', label: 'Aule', target: 9 },
          { type: 'result', label: 'Iscritti', target: 1200, unit: 'persone' },
        ],
      }),
    )
    expect([said('output'), said('result')]).toEqual(['Aule: 9', 'Iscritti: 1.200 persone'])
    expect(write('action', 'works', 'output', 'Aule: 12; Ore: 1.250,5 ore al mese; Spazi comuni')).toBeNull()
    expect(now('works')).toMatchObject({
      indicators: [
        { type: 'result', label: 'Iscritti', target: 1200, unit: 'persone' },
        { type: 'output', code: 'RCO67', label: 'Aule', target: 12 },
        { type: 'output', label: 'Ore', target: 1250.5, unit: 'ore al mese' },
        { type: 'output', label: 'Spazi comuni' },
      ],
    })
    expect(said('output')).toBe('Aule: 12; Ore: 1.250,5 ore al mese; Spazi comuni')
    write('action', 'works', 'output', '')
    write('action', 'works', 'result', '')
    expect(now('works')).not.toHaveProperty('indicators')
  })

  it('gives an action a specific objective of its axis, and of no other', () => {
    const column = () => {
      const plan = planOf(boardOf(desk.doc), built.plan().programme)
      const found = columnsOf('action', plan, (id) => id).find(({ key }) => key === 'specificObjective')
      const card = now('services')
      if (!found || !card) throw new Error('No such column.')
      return {
        text: found.text(card),
        write: (value: string) => found.write?.(desk as unknown as BoardSession, card, value),
      }
    }
    expect(column().write('4.1')).toMatch(/asse|axis/)
    expect(column().text).toBe('')
    expect(column().write('3.1')).toBeNull()
    expect(column().text).toMatch(/^3\.1 Riduzione/)
    expect(column().write('')).toBeNull()
    expect(column().text).toBe('')
  })

  it('says what it did not understand, and leaves the value', () => {
    expect(write('action', 'services', 'costCents', 'molti')).not.toBeNull()
    expect(write('action', 'services', 'start', 'domani')).not.toBeNull()
    expect(now('services')).toMatchObject({ costCents: 56_250_000, start: '2019-06-01' })
  })

  it('is emptied by empty text', () => {
    write('action', 'services', 'costCents', '')
    expect(now('services')).not.toHaveProperty('costCents')
  })
})

it('every kind with a table begins with its title, and no column comes twice', () => {
  for (const kind of TABLE_KINDS) {
    const keys = columns(kind).map(({ key }) => key)
    expect(keys[0]).toBe('title')
    expect(new Set(keys).size).toBe(keys.length)
  }
})

describe('keys in the grid', () => {
  const press = (key: string, ctrlKey = false) => walked({ row: 2, column: 1 }, { key, ctrlKey }, 4, 3)

  it('lead from cell to cell and to the ends', () => {
    expect(press('ArrowDown')).toEqual({ row: 3, column: 1 })
    expect(press('ArrowLeft')).toEqual({ row: 2, column: 0 })
    expect(press('End')).toEqual({ row: 2, column: 2 })
    expect(press('Home', true)).toEqual({ row: 0, column: 0 })
    expect(press('PageDown')).toEqual({ row: 3, column: 1 })
    expect(press('a')).toBeNull()
    expect(press('ArrowDown', true)).toBeNull()
  })

  it('lead nowhere beyond the edge', () =>
    expect(walked({ row: 3, column: 2 }, { key: 'ArrowRight', ctrlKey: false }, 4, 3)).toEqual({
      row: 3,
      column: 2,
    }))

  const plain = { ctrlKey: false, shiftKey: false, altKey: false, getModifierState: () => false }
  const ask = (row: number, column: number, key: string, over: Partial<typeof plain> = {}) =>
    askedAt({ row, column }, { ...plain, key, ...over }, 4, 5)?.kind ?? null

  it('choose the row in its first cell, or from anywhere with Shift', () => {
    expect(['Enter', ' '].map((key) => ask(2, 0, key))).toEqual(['choose', 'choose'])
    expect(ask(2, 2, ' ', { shiftKey: true })).toBe('choose')
    expect(ask(2, 2, ' ')).toBeNull()
  })

  it('open the commands in the last cell, and write, type over or clear in those between', () => {
    expect(['Enter', ' '].map((key) => ask(2, 4, key))).toEqual(['menu', 'menu'])
    expect(['Enter', 'F2', 'a', 'Delete'].map((key) => ask(2, 2, key))).toEqual([
      'write',
      'write',
      'type',
      'clear',
    ])
    expect(ask(2, 1, 'Delete')).toBeNull()
    expect(ask(2, 2, 'a', { ctrlKey: true })).toBeNull()
  })

  it('write the signs of an Italian keyboard, however a system tells of AltGr, and leave menus their letters', () => {
    const signs = ['@', '#', '[', ']', '{', '}', '€', '~']
    for (const over of [{ altKey: true }, { altKey: true, ctrlKey: true }])
      expect(signs.map((key) => ask(2, 2, key, over))).toEqual(signs.map(() => 'type'))
    expect(['a', '1', 'ArrowDown', 'Enter'].map((key) => ask(2, 2, key, { altKey: true }))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('go nowhere but through the headings when one is at them', () => {
    expect(ask(0, 2, 'ArrowDown')).toBe('go')
    expect(['Enter', 'a', 'Delete'].map((key) => ask(0, 2, key))).toEqual([null, null, null])
  })
})

it('only the rows in sight, some around and the one with the focus are drawn, from top to bottom', () => {
  const drawn = (scrolled: number, count: number, focused = -1): readonly number[] =>
    drawnRows(scrolled, 400, 40, count, focused)
  const from = (first: number, to: number): readonly number[] =>
    Array.from({ length: to - first }, (_, nth) => first + nth)
  expect(drawn(0, 5000)).toEqual(from(0, 18))
  expect(drawn(40_000, 5000)).toEqual(from(992, 1018))
  expect(drawn(199_900, 5000)).toEqual(from(4989, 5000))
  expect(drawn(0, 3)).toEqual([0, 1, 2])
  expect(drawn(40_000, 5000, 3)).toEqual([3, ...from(992, 1018)])
  expect(drawn(0, 5000, 4000)).toEqual([...from(0, 18), 4000])
  expect(drawn(0, 5000, 5)).toEqual(from(0, 18))
})

it('words that two people write in a cell at once are kept of both, of anything else the last is', () => {
  const meant = (key: string, before: string, typed: string, now: string): string | undefined => {
    const column = columns(key === 'costCents' ? 'action' : 'need').find((one) => one.key === key)
    return column && writtenIn(column, before, typed, now)
  }
  expect(meant('title', 'Un posto', 'Un posto dove studiare', 'Serve un posto')).toBe(
    'Serve un posto dove studiare',
  )
  expect(meant('places', 'Lorenteggio', 'Lorenteggio, Corvetto', 'Giambellino, Lorenteggio')).toBe(
    'Giambellino, Lorenteggio, Corvetto',
  )
  expect(meant('costCents', '10,00 €', '20', '15,00 €')).toBe('20')
})

it('what a colleague wrote in a card before throwing it away counts for who writes in its row', () => {
  const { doc, board } = aDesk(SPEC)
  const row = board.card('need' as CardId)
  if (!row) throw new Error('no need')
  editText(doc, row.id, 'title', 'Serve un posto')
  trashCards(doc, [row.id])
  expect(board.card(row.id)).toBeUndefined()
  expect(cardNow({ board }, row).title).toBe('Serve un posto')
})
