import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import { CARD_KINDS, type Kind, type Point } from '../../../shared/board/card.ts'
import { freePlace } from '../../../shared/board/free-place.ts'
import { inReadingOrder } from '../../../shared/board/outline.ts'
import { CARD_SIZE } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard, type CardSpec } from '../../builders/a-board.ts'

const overlaps = (board: Board, at: Point): boolean =>
  [...board.cards.values()].some(
    (card) =>
      at[0] < card.at[0] + card.size[0] &&
      card.at[0] < at[0] + CARD_SIZE[0] &&
      at[1] < card.at[1] + card.size[1] &&
      card.at[1] < at[1] + CARD_SIZE[1],
  )

describe('freePlace', () => {
  it('begins an empty board in the order of reading: needs, actions, axes, funds from left to right', () => {
    const board = aBoard().board()
    const columns = (['need', 'action', 'axis', 'fund'] as const).map((kind) => freePlace(board, kind))
    expect(columns.map((at) => at[1])).toEqual([0, 0, 0, 0])
    expect(columns.map((at) => at[0])).toEqual([...columns.map((at) => at[0])].sort((a, b) => a - b))
    expect(new Set(columns.map((at) => at[0])).size).toBe(4)
  })

  it('puts a need under the last need, so that it is read last', () => {
    const board = aBoard({
      cards: { one: { kind: 'need', at: [40, 10] }, two: { kind: 'need', at: [40, 400] } },
    }).board()
    expect(freePlace(board, 'need')).toEqual([40, 548])
  })

  it('puts a kind that is not there yet beside those that are', () => {
    const board = aBoard({ cards: { one: { kind: 'need', at: [-500, 90] } } }).board()
    expect(freePlace(board, 'action')).toEqual([-140, 90])
  })

  it('leaves actions that are in a frame out of the column of the loose ones', () => {
    const board = aBoard({
      cards: {
        loose: { kind: 'action', at: [0, 0] },
        frame: { kind: 'intervention', at: [400, 0], size: [300, 600] },
        inside: { kind: 'action', at: [420, 300], intervention: 'frame' },
      },
    }).board()
    expect(freePlace(board, 'action')).toEqual([0, 148])
  })

  it('puts the card that follows another below it, or beside it when that is taken', () => {
    const cards: Record<string, CardSpec> = { one: { kind: 'need', at: [0, 0] } }
    expect(freePlace(aBoard({ cards }).board(), 'need', 'one' as CardId)).toEqual([0, 148])
    cards['two'] = { kind: 'need', at: [0, 148] }
    expect(freePlace(aBoard({ cards }).board(), 'need', 'one' as CardId)).toEqual([252, 0])
  })

  it('never covers a card or a frame, and a card that follows another is read after it', () => {
    const spec = fc.record({
      kind: fc.constantFrom(...CARD_KINDS, 'intervention' as const),
      at: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
    })
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 25 }), fc.constantFrom<Kind>(...CARD_KINDS), (specs, kind) => {
        const cards = Object.fromEntries(specs.map((one, i) => [`c${i}`, one as CardSpec]))
        const board = aBoard({ cards }).board()
        expect(overlaps(board, freePlace(board, kind))).toBe(false)
        const after = board.cards.get('c0' as CardId)
        if (!after) return
        const at = freePlace(board, kind, after.id)
        expect(overlaps(board, at)).toBe(false)
        const order = inReadingOrder([after, { id: 'new' as CardId, at }])
        expect(order[0]).toBe(after)
      }),
    )
  })
})
