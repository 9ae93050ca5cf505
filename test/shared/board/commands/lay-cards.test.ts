import { describe, expect, it } from 'vitest'
import { foldFrames, groupCards, lockCards } from '../../../../shared/board/commands/lay-cards.ts'
import { stackCards } from '../../../../shared/board/commands/stack-cards.ts'
import { carriedBy } from '../../../../shared/board/commands/move-cards.ts'
import { putPieces } from '../../../../shared/board/commands/put-pieces.ts'
import { tidyBoard } from '../../../../shared/board/commands/tidy-board.ts'
import { piecesOf } from '../../../../shared/board/pieces.ts'
import { readBoard } from '../../../../shared/formats/board-json/read.ts'
import { writeBoard } from '../../../../shared/formats/board-json/write.ts'
import { wholeOf } from '../../../../shared/board/whole.ts'
import type { BoardId, CardId } from '../../../../shared/ids.ts'
import { aBoard, cardId } from '../../../builders/a-board.ts'

const frame = cardId('frame')
const works = cardId('works')
const inside = cardId('inside')
const away = cardId('away')
const low = cardId('low')
const high = cardId('high')

const build = () =>
  aBoard({
    cards: {
      frame: { kind: 'intervention', at: [0, 0], size: [600, 400] },
      works: { kind: 'action', at: [20, 80], intervention: 'frame' },
      inside: { kind: 'note', at: [300, 80] },
      away: { kind: 'note', at: [2000, 0] },
      low: { kind: 'note', at: [2000, 300] },
      high: { kind: 'note', at: [2000, 600] },
    },
    links: [],
  })

describe('how cards lie', () => {
  it('leaves what is locked where it is when the board is tidied, and everything can still be written in', () => {
    const { doc, board } = build()
    lockCards(doc, [away], true)
    tidyBoard(doc, 'flow')
    expect(board().cards.get(away)).toMatchObject({ at: [2000, 0], locked: true })
    lockCards(doc, [away], false)
    expect(board().cards.get(away)).not.toHaveProperty('locked')
  })

  it('makes one group of cards whatever groups they were in, and copies are a group of their own', () => {
    const { doc, board } = build()
    groupCards(doc, [low, high], true)
    groupCards(doc, [high, away], true)
    const group = (id: CardId | undefined): string | undefined => (id && board().cards.get(id))?.group
    expect(group(high)).toBe(group(away))
    expect(group(low)).not.toBe(group(high))
    const copies = putPieces(doc, piecesOf(board(), new Set([high, away])), [0, 900])
    expect(group(copies?.get(high))).toBe(group(copies?.get(away)))
    expect(group(copies?.get(high))).not.toBe(group(high))
    groupCards(doc, [high, away], false)
    expect(group(high)).toBeUndefined()
  })

  it('carries what a frame was folded over, wherever it goes, and no other card', () => {
    const { doc, board } = build()
    foldFrames(doc, [frame, away], true)
    expect(board().cards.get(frame)).toMatchObject({ folded: true })
    expect(board().cards.get(away)).not.toHaveProperty('folded')
    expect([...carriedBy(board(), [frame])].sort()).toEqual(['frame', 'inside', 'works'])
    foldFrames(doc, [frame], false)
    expect(board().cards.get(inside)).not.toHaveProperty('foldedIn')
    expect(board().cards.get(works)).toMatchObject({ intervention: 'frame' })
  })

  it('goes out with board.json and comes back', () => {
    const { doc } = build()
    lockCards(doc, [away], true)
    groupCards(doc, [low, high], true)
    stackCards(doc, [low], 'back')
    foldFrames(doc, [frame], true)
    const whole = wholeOf(doc)
    const { whole: back, problems } = readBoard(
      writeBoard({ whole, boardId: 'q1e2r3t4y5u6' as BoardId, exportedAt: '2026-01-01T00:00:00.000Z' }),
    )
    expect(problems).toEqual([])
    expect(back).toEqual(whole)
  })

  it('leaves a locked frame alone with all that it holds when the board is tidied', () => {
    const { doc, board } = build()
    lockCards(doc, [frame], true)
    const before = [frame, works].map((id) => board().cards.get(id)?.at)
    tidyBoard(doc, 'flow')
    expect([frame, works].map((id) => board().cards.get(id)?.at)).toEqual(before)
  })

  it('keeps a fold inside a fold, whichever is opened first', () => {
    const { doc, board } = aBoard({
      cards: {
        zone: { kind: 'zone', at: [0, 0], size: [900, 700] },
        frame: { kind: 'intervention', at: [50, 50], size: [600, 400] },
        inside: { kind: 'note', at: [100, 150] },
      },
      links: [],
    })
    foldFrames(doc, [frame], true)
    foldFrames(doc, [cardId('zone')], true)
    foldFrames(doc, [cardId('zone')], false)
    expect(board().cards.get(inside)).toMatchObject({ foldedIn: 'frame' })
    expect(board().cards.get(frame)).not.toHaveProperty('foldedIn')
  })
})
