import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-7] the CUP has the right form', () => {
  const verdicts = (cup: string) =>
    aBoard({ cards: { a: { kind: 'action', cup } } })
      .findings('SUB-7')
      .map(({ verdict }) => verdict)

  it('[SUB-7] holds for fifteen characters in their order, spaces and case aside', () => {
    expect(verdicts('J89I24000140001')).toEqual(['holds'])
    expect(verdicts('j89 i24 000140001')).toEqual(['holds'])
  })

  it('[SUB-7] fails for anything else, and says nothing of no CUP', () => {
    for (const cup of ['J89I2400014000', 'J89I240001400011', '889I24000140001', 'da chiedere'])
      expect(verdicts(cup)).toEqual(['fails'])
    expect(verdicts(' ')).toEqual([])
    expect(aBoard({ cards: { a: { kind: 'action', cup: 'x' } } }).findings('SUB-7')).toMatchObject([
      { severity: 'error', cards: ['a'], act: { kind: 'fill', field: 'cup' } },
    ])
  })
})
