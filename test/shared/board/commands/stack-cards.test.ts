import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackCards, type Step } from '../../../../shared/board/commands/stack-cards.ts'
import type { Card } from '../../../../shared/board/card.ts'
import { cardsOf } from '../../../../shared/board/schema.ts'
import { MAX_RANK } from '../../../../shared/board/fields.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { aBoard, cardId } from '../../../builders/a-board.ts'

/** Cards by the x of their place and their rank; two touch when their places are less than a card's width apart. */
function pile(cards: Readonly<Record<string, readonly [x: number, rank?: number]>>) {
  const { doc, board } = aBoard({
    cards: Object.fromEntries(Object.keys(cards).map((id) => [id, { kind: 'note', at: [0, 0] }])),
    links: [],
  })
  for (const [id, [x, rank]] of Object.entries(cards)) {
    const record = cardsOf(doc).get(id as CardId)
    record?.set('at', [x, 0])
    if (rank !== undefined) record?.set('rank', rank)
  }
  const lowestFirst = (a: Card, b: Card): number => (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1)
  const order = (): string =>
    [...board().cards.values()]
      .sort(lowestFirst)
      .map(({ id }) => id)
      .join('')
  const does = (step: Step, ...ids: string[]): string => {
    stackCards(doc, ids.map(cardId), step)
    return order()
  }
  return { doc, board, order, does }
}

describe('which card lies above which', () => {
  it('is changed for one card by steps, past those that it touches only', () => {
    const { does } = pile({ a: [0], b: [100], c: [1000], d: [50] })
    // Where the far one lies among them is not seen.
    const near = (order: string): string => order.replace('c', '')
    expect(near(does('forward', 'a'))).toBe('bad')
    expect(near(does('forward', 'a'))).toBe('bda')
    expect(near(does('forward', 'a'))).toBe('bda')
    expect(near(does('backward', 'a'))).toBe('bad')
    expect(near(does('backward', 'a'))).toBe('abd')
    expect(near(does('backward', 'a'))).toBe('abd')
  })

  it('is changed past one that hides a part of it, not past one that stands edge to edge with it', () => {
    const { does } = pile({ a: [0], b: [228], c: [100] })
    expect(does('forward', 'a').replace('b', '')).toBe('ca')
  })

  it('is changed at once to the top and to the bottom, and several cards keep their order', () => {
    const { does } = pile({ a: [0], b: [1000], c: [2000], d: [3000] })
    expect(does('front', 'b', 'a')).toBe('cdab')
    expect(does('back', 'd', 'b')).toBe('dbca')
  })

  it('is not changed for cards that lie there already', () => {
    const { doc, does } = pile({ a: [0, 1], b: [0, 2], c: [0, 3] })
    const before = JSON.stringify(cardsOf(doc))
    expect(does('front', 'c')).toBe('abc')
    expect(does('forward', 'b', 'c')).toBe('abc')
    expect(does('back', 'a')).toBe('abc')
    expect(JSON.stringify(cardsOf(doc))).toBe(before)
  })

  it('is apart for frames, which lie below every card', () => {
    const { doc, board } = aBoard({
      cards: {
        frame: { kind: 'intervention', at: [0, 0], size: [600, 400] },
        zone: { kind: 'zone', at: [0, 0], size: [600, 400] },
        note: { kind: 'note', at: [0, 0] },
      },
      links: [],
    })
    stackCards(doc, [cardId('frame')], 'forward')
    const rank = (id: string): number => board().cards.get(cardId(id))?.rank ?? 0
    expect(rank('frame')).toBeGreaterThan(rank('zone'))
    expect(board().cards.get(cardId('note'))).not.toHaveProperty('rank')
  })

  it('still has numbers when they have run out', () => {
    const { board, does } = pile({ a: [0, MAX_RANK], b: [0, MAX_RANK], c: [0, MAX_RANK], d: [0, -MAX_RANK] })
    expect(does('front', 'a')).toBe('dbca')
    expect(does('forward', 'b')).toBe('dcba')
    expect(does('back', 'a')).toBe('adcb')
    for (const { rank = 0 } of board().cards.values()) expect(Math.abs(rank)).toBeLessThanOrEqual(MAX_RANK)
  })

  it('changes only between those that are moved and those that they pass', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 900 }), rank: fc.integer({ min: -2, max: 2 }) })
    const steps = fc.constantFrom<Step>('front', 'forward', 'backward', 'back')
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), fc.nat(), steps, (places, nth, step) => {
        const names = places.map((_, at) => 'abcdefghi'[at] ?? '')
        const one = names[nth % names.length] ?? 'a'
        const { order, does } = pile(
          Object.fromEntries(places.map(({ x, rank }, at) => [names[at], [x, rank] as const])),
        )
        const before = order()
        const after = does(step, one)
        const x = (id: string): number => places[names.indexOf(id)]?.x ?? NaN
        // A card is 228 wide.
        const touches = (id: string): boolean => id !== one && Math.abs(x(id) - x(one)) < 228
        const pileOf = (cards: string): string =>
          [...cards].filter((id) => id === one || touches(id)).join('')
        const [was, is] =
          step === 'front' || step === 'back' ? [before, after] : [pileOf(before), pileOf(after)]
        const others = was.replace(one, '')
        expect(is.replace(one, '')).toBe(others)
        const at = was.indexOf(one)
        const wanted = { front: others.length, back: 0, forward: at + 1, backward: at - 1 }[step]
        expect(is.indexOf(one)).toBe(Math.max(0, Math.min(others.length, wanted)))
      }),
      { numRuns: 300 },
    )
  })
})
