import { describe, expect, it } from 'vitest'
import { duplicateLinked } from '../../../../shared/board/commands/duplicate-linked.ts'
import { moveCards } from '../../../../shared/board/commands/move-cards.ts'
import { reorderMoves } from '../../../../shared/board/commands/reorder-card.ts'
import { piecesOf } from '../../../../shared/board/pieces.ts'
import { inReadingOrder } from '../../../../shared/board/outline.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { aBoard, type BuiltBoard, type CardSpec } from '../../../builders/a-board.ts'

const id = (name: string): CardId => name as CardId

const cards: Record<string, CardSpec> = {
  one: { kind: 'need', at: [0, 0] },
  action: { kind: 'action', at: [400, 60] },
  two: { kind: 'need', at: [0, 200] },
  three: { kind: 'need', at: [300, 200] },
}

const needs = (built: BuiltBoard): string[] =>
  inReadingOrder(built.board().cards.values())
    .filter(({ kind }) => kind === 'need')
    .map((card) => card.id)

describe('a card in another order', () => {
  it('changes places with its like before or after it, and nobody else moves', () => {
    const built = aBoard({ cards })
    moveCards(built.doc, reorderMoves(built.board(), id('two'), -1))
    expect(needs(built)).toEqual(['two', 'one', 'three'])
    moveCards(built.doc, reorderMoves(built.board(), id('one'), 1))
    expect(needs(built)).toEqual(['two', 'three', 'one'])
    expect(built.board().cards.get(id('action'))?.at).toEqual([400, 60])
  })

  it('stays at the ends', () => {
    const built = aBoard({ cards })
    expect(reorderMoves(built.board(), id('one'), -1)).toEqual([])
    expect(reorderMoves(built.board(), id('three'), 1)).toEqual([])
    expect(reorderMoves(built.board(), id('nobody'), 1)).toEqual([])
  })

  it('takes along what a frame carries, and keeps the gap between frames of other sizes', () => {
    const built = aBoard({
      cards: {
        high: { kind: 'intervention', at: [0, 0], size: [300, 500] },
        inside: { kind: 'action', at: [20, 60], intervention: 'high' },
        low: { kind: 'intervention', at: [0, 540], size: [300, 200] },
      },
    })
    moveCards(built.doc, reorderMoves(built.board(), id('low'), -1))
    const at = (name: string) => built.board().cards.get(id(name))?.at
    expect([at('low'), at('high'), at('inside')]).toEqual([
      [0, 0],
      [0, 240],
      [20, 300],
    ])
  })

  it('is read in another order also when both lie on one spot', () => {
    const built = aBoard({
      cards: { a: { kind: 'note', at: [5, 5] }, b: { kind: 'note', at: [5, 5] } },
    })
    moveCards(built.doc, reorderMoves(built.board(), id('b'), -1))
    expect(inReadingOrder(built.board().cards.values()).map((card) => card.id)).toEqual(['b', 'a'])
  })
})

describe('a copy with its links', () => {
  const built = (): BuiltBoard =>
    aBoard({
      cards: {
        need: { kind: 'need', at: [0, 0] },
        works: { kind: 'action', at: [300, 0] },
        services: { kind: 'action', at: [300, 200] },
        fund: { kind: 'fund', at: [600, 0], fund: 'ERDF' },
      },
      links: [
        ['works', 'answers', 'need'],
        ['works', 'enables', 'services'],
        ['fund', 'finances', 'works', { cents: 100_000 }],
      ],
    })

  it('is joined to the same cards, without the money and without being enabled twice', () => {
    const { doc, board } = built()
    const pieces = piecesOf(board(), new Set([id('works')]))
    const copy = duplicateLinked(doc, pieces, [24, 24])?.get(id('works'))
    const joined = [...board().links.values()].filter(({ from, to }) => from === copy || to === copy)
    // Links have no order of their own: their ids are drawn by chance.
    const pairs = joined.map(({ kind, from, to }) => [kind, from === copy ? to : from])
    expect(pairs.sort()).toEqual([
      ['answers', 'need'],
      ['finances', 'fund'],
    ])
    expect(joined.find(({ kind }) => kind === 'finances')).not.toHaveProperty('cents')
  })

  it('together with its other end is one pair more, not a web', () => {
    const { doc, board } = built()
    const pieces = piecesOf(board(), new Set([id('works'), id('need')]))
    duplicateLinked(doc, pieces, [24, 24])
    expect([...board().links.values()].filter(({ kind }) => kind === 'answers')).toHaveLength(2)
  })
})
