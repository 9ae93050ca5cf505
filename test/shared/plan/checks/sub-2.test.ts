import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-2] every action has a place', () => {
  it('[SUB-2] holds with a place and is not yet known without', () => {
    const { findings } = aBoard({
      cards: { a: { kind: 'action', places: ['Scampia'] }, b: { kind: 'action', places: [' '] } },
    })
    expect(findings('SUB-2')).toMatchObject([
      { verdict: 'holds', cards: ['a'] },
      { verdict: 'notYetKnown', cards: ['b'], act: { kind: 'fill', card: 'b', field: 'places' } },
    ])
  })
})
