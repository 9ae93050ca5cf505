import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf, type Board } from '../../../shared/board/board.ts'
import type { Card } from '../../../shared/board/card.ts'
import { putPieces } from '../../../shared/board/commands/put-pieces.ts'
import { piecesOf, readPieces, writePieces } from '../../../shared/board/pieces.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard } from '../../builders/a-board.ts'
import { anyBoard } from '../../builders/any-board.ts'

const all = (board: Board): ReadonlySet<CardId> => new Set(board.cards.keys())

/** Boards with other ids are compared by what their cards and links say. */
function spoken(board: Board): unknown {
  const nameOf = (id: string): string => board.cards.get(id as CardId)?.title ?? ''
  const cards = [...board.cards.values()].map(({ id: _, ...card }) => ({
    ...card,
    ...(card.kind === 'action' &&
      card.intervention !== undefined && { intervention: nameOf(card.intervention) }),
    ...('mergedInto' in card && { mergedInto: undefined }),
  }))
  const links = [...board.links.values()].map(({ id: _, from, to, ...link }) => ({
    ...link,
    ...('axis' in link && { axis: nameOf(link.axis ?? '') }),
    from: nameOf(from),
    to: nameOf(to),
  }))
  const sorted = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).sort()
  return { cards: sorted(cards), links: sorted(links) }
}

describe('cards copied through a clipboard', () => {
  it('are the same cards and links on another table, with ids of their own', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const board = aBoard(spec).board()
        const read = readPieces(writePieces(piecesOf(board, all(board))))
        const doc = new Y.Doc()
        const copies = read && putPieces(doc, read, [0, 0])
        if (board.cards.size === 0) return expect(read).toBeNull()
        expect(spoken(boardOf(doc))).toEqual(spoken(board))
        expect([...(copies?.values() ?? [])].some((id) => board.cards.has(id))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it('take only the links among themselves', () => {
    const { board } = aBoard({
      cards: { a: { kind: 'action' }, b: { kind: 'need' }, c: { kind: 'axis' } },
      links: [
        ['a', 'answers', 'b'],
        ['a', 'programmedUnder', 'c'],
      ],
    })
    const pieces = piecesOf(board(), new Set(['a', 'b'] as CardId[]))
    expect(pieces.links.map(({ kind }) => kind)).toEqual(['answers'])
  })

  it('belong to their intervention on its own table, to none on another', () => {
    const { doc, board } = aBoard({
      cards: { frame: { kind: 'intervention' }, a: { kind: 'action', intervention: 'frame' } },
    })
    const pieces = piecesOf(board(), new Set(['a'] as CardId[]))
    const there = new Y.Doc()
    const copied = (copies: ReadonlyMap<CardId, CardId> | null, on: Board): Card | undefined =>
      on.cards.get(copies?.get('a' as CardId) ?? ('' as CardId))
    expect(copied(putPieces(doc, pieces, [0, 0]), board())).toMatchObject({ intervention: 'frame' })
    expect(copied(putPieces(there, pieces, [0, 0]), boardOf(there))).not.toHaveProperty('intervention')
  })

  it('whatever else is in the clipboard is no card and breaks nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPieces(text)).toBeNull()
      }),
    )
    const odd = fc.record(
      { format: fc.constant('tavolo-cards'), cards: fc.jsonValue(), links: fc.jsonValue() },
      { requiredKeys: ['format'] },
    )
    fc.assert(
      fc.property(odd, (json) => {
        const read = readPieces(JSON.stringify(json))
        const doc = new Y.Doc()
        if (read) putPieces(doc, read, [0, 0])
        expect(boardOf(doc).cards.size).toBe(read?.cards.length ?? 0)
      }),
    )
  })

  it('parts that are not sound are left out, texts are cut to what people may write', () => {
    const text = JSON.stringify({
      format: 'tavolo-cards',
      cards: [
        { id: 'a', kind: 'action', at: [0, 0], title: 'x'.repeat(5000), costCents: 'much' },
        { id: 'b', kind: 'nothing', at: [0, 0] },
        { id: 'c', kind: 'need', at: ['left', 0] },
        null,
      ],
      links: [{ id: 'l', kind: 'answers', from: 'a', to: 'c' }, 7],
    })
    const doc = new Y.Doc()
    const read = readPieces(text)
    expect(read && putPieces(doc, read, [0, 0])?.size).toBe(1)
    const [card] = boardOf(doc).cards.values()
    expect(card?.title).toHaveLength(200)
    expect(card).not.toHaveProperty('costCents')
    expect(boardOf(doc).links.size).toBe(0)
  })
})
