import fc from 'fast-check'
import { encodeUtf8, decodeUtf8 } from 'lib0/string'
import { describe, expect, it } from 'vitest'
import { wholeOf, type WholeBoard } from '../../../../shared/board/whole.ts'
import { readBoard } from '../../../../shared/formats/board-json/read.ts'
import { boardRevision, writeBoard } from '../../../../shared/formats/board-json/write.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'

const EMPTY: WholeBoard = { cards: {}, links: {}, comments: {}, board: {} }
const written = (whole: WholeBoard): Uint8Array =>
  writeBoard({ whole, boardId: 'aaaaaaaaaaaa', exportedAt: '2026-11-22T09:30:00.000Z' })
const file = (parts: object): Uint8Array =>
  encodeUtf8(JSON.stringify({ format: 'tavolo-board', schemaVersion: 1, ...parts }))
const codes = (bytes: Uint8Array): string[] =>
  readBoard(bytes).problems.map((one) => `${one.field} ${one.code}`)

describe('board.json', () => {
  it('gives the same board back, whatever is on it', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        expect(readBoard(written(whole))).toEqual({ whole, problems: [] })
      }),
    )
  })

  it('gives the same bytes after a round trip through a document', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const bytes = written(whole)
        expect(decodeUtf8(written(wholeOf(docOf(readBoard(bytes).whole))))).toBe(decodeUtf8(bytes))
      }),
      { numRuns: 50 },
    )
  })

  it('names its format and version, and lays keys out in one order', () => {
    const text = decodeUtf8(
      written({ ...EMPTY, board: { title: 'Tavolo', city: 'Milano', schemaVersion: 1 } }),
    )
    expect(text).toBe(`{
  "board": {
    "city": "Milano",
    "schemaVersion": 1,
    "title": "Tavolo"
  },
  "boardId": "aaaaaaaaaaaa",
  "cards": {},
  "comments": {},
  "exportedAt": "2026-11-22T09:30:00.000Z",
  "format": "tavolo-board",
  "links": {},
  "schemaVersion": 1
}
`)
  })

  it('has a revision that depends on the board alone', () => {
    const whole = { ...EMPTY, board: { title: 'a', city: 'b' } }
    expect(boardRevision(whole)).toMatch(/^[0-9a-f]{64}$/)
    expect(boardRevision({ ...EMPTY, board: { city: 'b', title: 'a' } })).toBe(boardRevision(whole))
    expect(boardRevision({ ...EMPTY, board: { city: 'b', title: 'A' } })).not.toBe(boardRevision(whole))
  })
})

describe('reading board.json', () => {
  it('answers any bytes with a value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { whole, problems } = readBoard(bytes)
        expect(whole).toEqual(EMPTY)
        expect(problems).toHaveLength(1)
      }),
    )
  })

  it('answers any JSON with a value that a document can hold, and reads it back the same', () => {
    const anyRoot = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue())
    fc.assert(
      fc.property(
        fc.record({ cards: anyRoot, links: anyRoot, comments: anyRoot, board: anyRoot }),
        (roots) => {
          const { whole } = readBoard(file(roots))
          expect(readBoard(written(wholeOf(docOf(whole))))).toEqual({ whole, problems: [] })
        },
      ),
    )
  })

  it('answers a file cut anywhere with one problem', () => {
    const bytes = written({ ...EMPTY, cards: { card: { kind: 'need', title: { $text: 'Perché?' } } } })
    for (let length = 0; length < bytes.length - 2; length++)
      expect(readBoard(bytes.subarray(0, length)).problems).toHaveLength(1)
  })

  it.each([
    ['text that is not UTF-8', new Uint8Array([0x7b, 0xff]), ' notUtf8'],
    ['text that is not JSON', encodeUtf8('{"format": '), ' notJson'],
    ['a list', encodeUtf8('[]'), '/format notABoard'],
    ['another file', encodeUtf8('{"schemaVersion": "1.0"}'), '/format notABoard'],
    ['a root that is a list', file({ cards: [] }), '/cards wrongType'],
    ['a header that is text', file({ board: 'Milano' }), '/board wrongType'],
    ['a record that is text', file({ cards: { a: 'need' } }), '/cards/a wrongType'],
    [
      'an id that is too long',
      file({ cards: { ['x'.repeat(101)]: {} } }),
      `/cards/${'x'.repeat(100)} forbiddenKey`,
    ],
    ['a place that is no place', file({ cards: { a: { kind: 'need', at: [0] } } }), '/cards/a/at wrongType'],
    [
      'money that is text',
      file({ cards: { a: { kind: 'action', costCents: '12' } } }),
      '/cards/a/costCents wrongType',
    ],
    [
      'a link without an end',
      file({ links: { a: { kind: 'answers', from: 3 } } }),
      '/links/a/from wrongType',
    ],
    [
      'cents of a link as a float',
      file({ links: { a: { kind: 'finances', cents: 1.5 } } }),
      '/links/a/cents wrongType',
    ],
    [
      'a title over twice the limit',
      file({ cards: { a: { title: { $text: 'x'.repeat(401) } } } }),
      '/cards/a/title wrongType',
    ],
    ['a text beyond every limit', file({ cards: { a: { x: 'x'.repeat(20_001) } } }), '/cards/a/x tooLong'],
    [
      'bytes that are no bytes',
      file({ cards: { a: { x: { $bytes: '?' } } } }),
      '/cards/a/x/$bytes wrongType',
    ],
    [
      'a number that is no number',
      file({ cards: { a: { x: { $number: 'valueOf' } } } }),
      '/cards/a/x/$number wrongType',
    ],
    [
      'a text inserted from nothing',
      file({ cards: { a: { x: { $text: [{ insert: '' }] } } } }),
      '/cards/a/x/$text wrongType',
    ],
    [
      'a shared text in a plain list',
      file({ cards: { a: { x: [{ $text: 'a' }] } } }),
      '/cards/a/x/0/$text wrongType',
    ],
    [
      'a key that would mislead Yjs',
      file({ cards: { a: { x: { constructor: [] } } } }),
      '/cards/a/x/constructor forbiddenKey',
    ],
    ['a version that is text', file({ board: { schemaVersion: 'uno' } }), '/board/schemaVersion wrongType'],
    ['a key with a slash', file({ cards: { 'a/b': 1 } }), '/cards/a~1b wrongType'],
  ])('refuses %s, naming the place', (_, bytes, problem) => {
    expect(codes(bytes)).toEqual([problem])
  })

  it('keeps the rest of a record that is partly wrong', () => {
    const { whole } = readBoard(
      file({ cards: { a: { kind: 'need', at: 'qui', source: 'CAV', colour: 'red' } } }),
    )
    expect(whole.cards).toEqual({ a: { kind: 'need', source: 'CAV', colour: 'red' } })
  })

  it('keeps a choice that a newer version may offer, and a field that a script emptied', () => {
    const card = { kind: 'action', nature: 'hybrid', costCents: null }
    expect(readBoard(file({ cards: { a: card } }))).toEqual({
      whole: { ...EMPTY, cards: { a: card } },
      problems: [],
    })
  })

  it('keeps wrong-looking values of kinds it does not know', () => {
    const card = { kind: 'survey', costCents: 'many', at: [1, 2] }
    expect(readBoard(file({ cards: { a: card } }))).toEqual({
      whole: { ...EMPTY, cards: { a: card } },
      problems: [],
    })
  })

  it('refuses keys that would reach an object prototype, wherever they are', () => {
    const text =
      '{"format":"tavolo-board","cards":{"__proto__":{"kind":"need"},"a":{"__proto__":{"x":1},"b":{"__proto__":{}}}}}'
    const { whole, problems } = readBoard(encodeUtf8(text))
    expect(whole.cards).toEqual({ a: { b: {} } })
    expect(problems.map((one) => one.code)).toEqual(['forbiddenKey', 'forbiddenKey', 'forbiddenKey'])
  })

  it('refuses nesting without end and does not fail on it', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const bytes = encodeUtf8(`{"format":"tavolo-board","cards":{"a":{"kind":"need","x":${deep}}}}`)
    const { whole, problems } = readBoard(bytes)
    expect(problems.map((one) => one.code)).toEqual(['tooDeep'])
    expect(wholeOf(docOf(whole))).toEqual(whole)
  })

  it('reads no more records than a board may hold', () => {
    const cards = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`c${n}`, { kind: 'note' }]))
    const { whole, problems } = readBoard(file({ cards }))
    expect(Object.keys(whole.cards)).toHaveLength(10_000)
    expect(problems.map((one) => one.code)).toEqual(['tooMany'])
  })

  it('stops counting problems before they fill the memory', () => {
    const cards = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`c${n}`, 'x']))
    expect(readBoard(file({ cards })).problems).toHaveLength(1_000)
  })

  it('refuses a file too large to be a board without reading it', () => {
    expect(codes(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual([' tooLarge'])
  })

  it('reads a file that a Windows editor saved with a byte order mark', () => {
    expect(readBoard(encodeUtf8('\uFEFF{"format":"tavolo-board"}'))).toEqual({ whole: EMPTY, problems: [] })
  })
})
