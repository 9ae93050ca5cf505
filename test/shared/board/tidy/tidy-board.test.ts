import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../../../shared/board/board.ts'
import { isFrame, type Card } from '../../../../shared/board/card.ts'
import { foldFrames, lockCards } from '../../../../shared/board/commands/lay-cards.ts'
import { inside } from '../../../../shared/board/commands/move-cards.ts'
import { tidyBoard } from '../../../../shared/board/commands/tidy-board.ts'
import { frameOf } from '../../../../shared/board/folded.ts'
import { LOCAL } from '../../../../shared/board/origin.ts'
import type { TidyBy } from '../../../../shared/board/tidy/sections.ts'
import { boxOf, overlaps } from '../../../../shared/geometry/box.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { MODELS } from '../../../../shared/models/list.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { aTableWith } from '../../../builders/a-model.ts'
import { anyBoard } from '../../../builders/any-board.ts'

const WAYS: readonly TidyBy[] = ['flow', 'place', 'axis']

const drawn = (board: Board): Card[] =>
  [...board.cards.values()].filter((card) => card.kind !== 'need' || card.mergedInto === undefined)

const belongs = (card: Card, frame: Card): boolean =>
  (card.kind === 'action' && card.intervention === frame.id) || (frame.kind === 'zone' && inside(card, frame))

/** Pairs of cards of which one hides a part of the other. */
function hiding(board: Board): string[] {
  const cards = drawn(board)
  return cards.flatMap((one, nth) =>
    cards.slice(nth + 1).flatMap((other) => {
      const related = (isFrame(one) && belongs(other, one)) || (isFrame(other) && belongs(one, other))
      return !related && overlaps(boxOf(one), boxOf(other)) ? [`${one.id} ${other.id}`] : []
    }),
  )
}

const withoutPlaces = (board: Board): unknown => ({
  ...board,
  cards: [...board.cards.values()].map((card) => ({ ...card, at: null, size: null })),
})

describe.each(WAYS)('a board put in order by %s', (by) => {
  it('has no card behind another, and loses, adds and changes none', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const { doc, board } = aBoard(spec)
        const before = board()
        tidyBoard(doc, by)
        expect(hiding(board())).toEqual([])
        expect(withoutPlaces(board())).toEqual(withoutPlaces(before))
        for (const card of board().cards.values()) {
          if (card.kind !== 'action' || card.intervention === undefined) continue
          const frame = board().cards.get(card.intervention as CardId)
          expect(frame && inside(card, frame)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is one step, which undo takes back whole', () => {
    const { doc, board } = aTableWith('quartieri-connessi', 'agenzia-sociale-casa')
    const before = board()
    const undo = new Y.UndoManager([doc.getMap('cards'), doc.getMap('links')], {
      trackedOrigins: new Set([LOCAL]),
    })
    tidyBoard(doc, by)
    expect(board()).not.toEqual(before)
    expect(undo.undoStack).toHaveLength(1)
    undo.undo()
    expect(board()).toEqual(before)
  })
})

it('needs stand left of actions, these of axes, these of funds', () => {
  for (const { id } of MODELS) {
    const { doc, board } = aTableWith(id)
    tidyBoard(doc, 'flow')
    const span = (...kinds: Card['kind'][]) => {
      const xs = drawn(board()).filter((card) => kinds.includes(card.kind))
      return [Math.min(...xs.map(({ at }) => at[0])), Math.max(...xs.map(({ at, size }) => at[0] + size[0]))]
    }
    const columns = [span('need'), span('action', 'intervention'), span('axis'), span('fund')]
    const present = columns.flat().filter(Number.isFinite)
    expect([...present].sort((a, b) => a - b)).toEqual(present)
  }
})

it('cards of one place stand in one band', () => {
  const { doc, board } = aBoard({
    cards: {
      a: { kind: 'action', places: ['Scampia'] },
      b: { kind: 'action', places: ['Lorenteggio'] },
      c: { kind: 'action', places: ['Scampia'] },
      need: { kind: 'need' },
      fund: { kind: 'fund' },
    },
    links: [
      ['b', 'answers', 'need'],
      ['fund', 'finances', 'c', { cents: 100 }],
    ],
  })
  tidyBoard(doc, 'place')
  const y = (id: string): number => board().cards.get(id as CardId)?.at[1] ?? NaN
  const scampia = [y('a'), y('c'), y('fund')]
  const lorenteggio = [y('b'), y('need')]
  expect(
    Math.max(...scampia) < Math.min(...lorenteggio) || Math.max(...lorenteggio) < Math.min(...scampia),
  ).toBe(true)
})

it('a zone takes along what was put in it, as it was put', () => {
  const { doc, board } = aBoard({
    cards: {
      zone: { kind: 'zone', at: [1000, 1000], size: [600, 400] },
      inIt: { kind: 'note', at: [1100, 1150] },
      need: { kind: 'need', at: [0, 0] },
    },
  })
  tidyBoard(doc, 'flow')
  const [zone, inIt] = ['zone', 'inIt'].map((id) => board().cards.get(id as CardId)?.at ?? [NaN, NaN])
  expect([(inIt?.[0] ?? NaN) - (zone?.[0] ?? NaN), (inIt?.[1] ?? NaN) - (zone?.[1] ?? NaN)]).toEqual([
    100, 150,
  ])
})

it('an intervention in a zone stays in it, with its actions', () => {
  const { doc, board } = aBoard({
    cards: {
      zone: { kind: 'zone', at: [1000, 1000], size: [900, 700] },
      frame: { kind: 'intervention', at: [1100, 1100], size: [500, 400] },
      works: { kind: 'action', at: [1150, 1200], intervention: 'frame' },
      note: { kind: 'note', at: [1640, 1150] },
      need: { kind: 'need', at: [0, 0] },
    },
  })
  tidyBoard(doc, 'flow')
  expect(fromCornerOf(board(), 'zone', ['frame', 'works', 'note'])).toEqual([
    [100, 100],
    [150, 200],
    [640, 150],
  ])
})

it('a folded frame takes no more room than is seen, and what it hides stays where it was in it', () => {
  const { doc, board } = aBoard({
    cards: {
      frame: { kind: 'intervention', at: [0, 0], size: [560, 900] },
      works: { kind: 'action', at: [40, 80], intervention: 'frame' },
      note: { kind: 'note', at: [40, 300] },
      need: { kind: 'need', at: [300, 1000] },
      below: { kind: 'action', at: [0, 2000] },
    },
  })
  foldFrames(doc, ['frame' as CardId], true)
  tidyBoard(doc, 'flow')
  expect(fromCornerOf(board(), 'frame', ['works', 'note'])).toEqual([
    [40, 80],
    [40, 300],
  ])
  const [[, gap = NaN] = []] = fromCornerOf(board(), 'frame', ['below'])
  expect(gap).toBeLessThan(200)
})

it.each(WAYS)('by %s nothing is laid on what is locked, and that stays', (by) => {
  fc.assert(
    fc.property(anyBoard, fc.infiniteStream(fc.boolean()), (spec, coin) => {
      const loose = Object.entries(spec.cards ?? {}).filter(([, { kind }]) => kind !== 'zone')
      const { doc, board } = aBoard({ ...spec, cards: Object.fromEntries(loose) })
      const locked = drawn(board()).filter(
        (card) => !isFrame(card) && frameOf(card) === null && coin.next().value,
      )
      const ids = locked.map(({ id }) => id)
      lockCards(doc, ids, true)
      const together = new Set(hiding(board()))
      tidyBoard(doc, by)
      expect(ids.map((id) => board().cards.get(id)?.at)).toEqual(locked.map(({ at }) => at))
      // Two locked ones that lay on each other still do.
      expect(hiding(board()).filter((pair) => !together.has(pair))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const fromCornerOf = (board: Board, frame: string, ids: readonly string[]): number[][] => {
  const [left, top] = board.cards.get(frame as CardId)?.at ?? [NaN, NaN]
  return ids.map((id) => {
    const [x, y] = board.cards.get(id as CardId)?.at ?? [NaN, NaN]
    return [x - left, y - top]
  })
}
