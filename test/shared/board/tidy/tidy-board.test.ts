import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../../../shared/board/board.ts'
import { isFrame, type Card } from '../../../../shared/board/card.ts'
import { inside } from '../../../../shared/board/commands/move-cards.ts'
import { tidyBoard } from '../../../../shared/board/commands/tidy-board.ts'
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
