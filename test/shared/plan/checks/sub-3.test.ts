import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-3] every action has an axis and a specific objective', () => {
  const cards = {
    a: { kind: 'action' },
    axis: { kind: 'axis', axis: '3' },
    other: { kind: 'axis', axis: '4' },
  } as const

  it('[SUB-3] is not yet known without an axis', () => {
    expect(aBoard({ cards }).findings('SUB-3')).toMatchObject([
      { verdict: 'notYetKnown', cards: ['a'], act: { kind: 'search', link: 'programmedUnder', end: 'from' } },
    ])
  })

  it('[SUB-3] asks for the objective of each axis', () => {
    const board = aBoard({
      cards,
      links: [
        ['a', 'programmedUnder', 'axis', { specificObjective: '3.1' }],
        ['a', 'programmedUnder', 'other'],
      ],
    })
    expect(board.findings('SUB-3')).toMatchObject([
      {
        verdict: 'notYetKnown',
        // Links have no order among themselves.
        cards: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'a,axis,other'),
        act: { kind: 'fillLink', card: 'a', link: board.links[1], field: 'specificObjective' },
      },
    ])
  })

  it('[SUB-3] holds with both', () => {
    const links = [['a', 'programmedUnder', 'axis', { specificObjective: '3.1' }]] as const
    expect(aBoard({ cards, links }).findings('SUB-3')).toMatchObject([{ verdict: 'holds' }])
  })
})
