import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../../shared/board/board.ts'
import { bringPieces } from '../../../../shared/board/commands/bring-pieces.ts'
import { readBoard } from '../../../../shared/formats/board-json/read.ts'
import { writeBoard } from '../../../../shared/formats/board-json/write.ts'
import { writePlan } from '../../../../shared/formats/plan-json/write.ts'
import { READERS } from '../../../../shared/formats/readers.ts'
import { planOf } from '../../../../shared/plan/plan-of.ts'
import { programmeOf } from '../../../../shared/programme/programme-of.ts'
import { extendedList, manyRows } from '../../../builders/opencoesione.ts'
import { inputOf } from '../export-input.ts'
import { richBoard } from '../rich-board.ts'

const input = inputOf(richBoard())
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What people and programs put where something else should be. */
const wrong = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '=1+1',
    '',
    'x'.repeat(30_000),
    -1,
    1e308,
    '__proto__',
    '\u0000',
    '2024-02-30',
    [],
    {},
    null,
  ),
)

/** A JSON text in which up to five values, anywhere in it, are others. */
function turned(text: string): fc.Arbitrary<string> {
  return fc.array(fc.tuple(fc.nat(), wrong), { minLength: 1, maxLength: 5 }).map((changes) => {
    const root = { file: JSON.parse(text) as unknown }
    for (const [at, value] of changes) {
      const places = placesIn(root)
      const place = places[at % places.length]
      if (place) place.in[place.key] = value
    }
    return JSON.stringify(root.file)
  })
}

interface Spot {
  readonly in: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = value as Record<string, unknown>
  return Object.keys(inside).flatMap((key) => [{ in: inside, key }, ...placesIn(inside[key])])
}

/** A text cut short, or with a piece of it gone or doubled. */
const torn = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(300), fc.constantFrom('', ';', '"', '\n', '=HYPERLINK("x")', '\uFFFD'))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))

const RUNS = { numRuns: 60, endOnFailure: true }
const LONG = 60_000

describe('a file of ours in which somebody changed something', () => {
  it(
    'board.json: is read but for what is wrong, which is named with its place',
    () => {
      const text = textOf(writeBoard(input))
      fc.assert(
        fc.property(fc.oneof(turned(text), torn(text)), (file) => {
          for (const { code, message, messageEn } of readBoard(bytesOf(file)).problems)
            expect([code, message, messageEn].every((word) => word !== '')).toBe(true)
        }),
        RUNS,
      )
    },
    LONG,
  )

  it.each([
    ['plan.json', fc.oneof(turned(textOf(writePlan(input))), torn(textOf(writePlan(input))))],
    ['opencoesione.csv', torn(extendedList(manyRows(20)))],
    ['cards.csv', torn('Titolo;Costo;Inizio\n"Una ""casa""";1.000,50;01/02/2024\nAltra;2;2024\n')],
  ] as const)(
    '%s: gives cards that any board can take, and a plan of them',
    (format, files) => {
      fc.assert(
        fc.property(files, (file) => {
          const read = READERS[format]?.(bytesOf(file), { kind: 'action' })
          if (!read) throw new Error('the format is read')
          if (read.pieces.cards.length === 0) expect(read.troubles.length).toBeGreaterThan(0)
          const doc = new Y.Doc()
          bringPieces(doc, read.pieces)
          const board = boardOf(doc)
          expect(planOf(board, programmeOf(board.header)).findings).toBeInstanceOf(Array)
        }),
        RUNS,
      )
    },
    LONG,
  )
})

describe('a cell that a spreadsheet would compute', () => {
  it('comes in as the words it is', () => {
    const read = READERS['cards.csv']?.(bytesOf('Titolo\n"=HYPERLINK(""http://x"")"\n@SUM(A1)\n'), {
      kind: 'need',
    })
    expect(read?.pieces.cards.map(({ title }) => title)).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)'])
  })
})
