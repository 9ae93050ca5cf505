import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { boardOf } from '../../../../shared/board/board.ts'
import { isTrouble } from '../../../../shared/formats/incoming/refused.ts'
import { readSpreadsheet } from '../../../../shared/formats/incoming/spreadsheet.ts'
import { isOurWorkbook, readWorkbook } from '../../../../shared/formats/workbook/read.ts'
import { writable } from '../../../../shared/formats/workbook/sheet.ts'
import { writeOdsWorkbook } from '../../../../shared/formats/workbook-ods/write.ts'
import { writeXlsxWorkbook } from '../../../../shared/formats/workbook-xlsx/write.ts'
import { MODELS } from '../../../../shared/models/list.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import { aDoc } from '../../../builders/a-doc.ts'
import { inputOf, modelDoc } from '../export-input.ts'
import { richBoard } from '../rich-board.ts'

const WRITERS = { 'workbook.xlsx': writeXlsxWorkbook, 'workbook.ods': writeOdsWorkbook } as const
type Format = keyof typeof WRITERS

describe.each(Object.keys(WRITERS) as Format[])('%s read back', (format) => {
  for (const model of MODELS)
    it(`gives back every card, field and link of ${model.title}`, () => {
      const doc = modelDoc(model)
      const { told: back, troubles } = thereAndBack(doc, format)
      expect(troubles).toEqual([])
      expect(back).toEqual(toldBy(boardOf(doc)))
    })

  it('gives back a board that uses everything a plan can hold', () => {
    const { told: back, troubles } = thereAndBack(richBoard(), format)
    expect(troubles).toEqual([])
    expect(back).toEqual(toldBy(boardOf(richBoard())))
  })

  it('keeps a place whose name was pasted with a line break of any kind one place', () => {
    const { doc } = aDoc({ cards: { need: { kind: 'need', places: ['Via Odazio\rscala B', 'Barona'] } } })
    const [need] = thereAndBack(doc, format).pieces.cards
    expect(need).toHaveProperty('places', ['Via Odazio scala B', 'Barona'])
  })

  it('gives back any board, but for what a spreadsheet has no way to hold', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const doc = docOf(whole)
        const { told: back } = thereAndBack(doc, format)
        expect(asCellsHold(back)).toEqual(asCellsHold(toldBy(boardOf(doc))))
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('lays the cards out to be read: actions in their frame, no card on another', () => {
    const { cards } = thereAndBack(richBoard(), format).pieces
    const spots = cards.filter((card) => !('mergedInto' in card)).map(({ at }) => at.join(' '))
    expect(new Set(spots).size).toBe(spots.length)
    const frame = cards.find(({ id }) => id === 'casa')
    const action = cards.find(({ id }) => id === 'lavori')
    if (!frame || !action) throw new Error('the board has both')
    expect(action.at[0]).toBeGreaterThan(frame.at[0])
    expect(action.at[0] + action.size[0]).toBeLessThan(frame.at[0] + frame.size[0])
  })
})

type Pieces = ReturnType<typeof readWorkbook>['pieces']

function thereAndBack(doc: Y.Doc, format: Format) {
  const grids = readSpreadsheet(WRITERS[format](inputOf(doc)))
  if (isTrouble(grids)) throw new Error(grids.message)
  expect(isOurWorkbook(grids)).toBe(boardOf(doc).cards.size > 0)
  const { pieces, troubles } = readWorkbook(grids)
  return { pieces, troubles, told: toldBy({ cards: byId(pieces.cards), links: byId(pieces.links) }) }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))

/** All that a board says, but where on the table it says it. */
const toldBy = ({
  cards,
  links,
}: {
  readonly cards: ReadonlyMap<string, Pieces['cards'][number]>
  readonly links: ReadonlyMap<string, Pieces['links'][number]>
}) => ({
  cards: inOrder([...cards.values()].map(({ at: _, size: __, ...card }) => card)),
  links: inOrder([...links.values()]),
})

const inOrder = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1))

/** A cell holds no empty text, no empty list, no control characters, and lists one value a line. */
function asCellsHold(value: unknown): unknown {
  if (typeof value === 'string') return writable(value).replace(/\r\n?/g, '\n')
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string')
      ? [
          ...new Set(
            value.map((one) =>
              String(asCellsHold(one))
                .replace(/\s*\n\s*/g, ' ')
                .trim(),
            ),
          ),
        ].filter((one) => one !== '')
      : value.map(asCellsHold)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, asCellsHold(one)] as const)
      .filter(([key, one]) => ['title', 'body'].includes(key) || !isEmpty(one)),
  )
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === false ||
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
