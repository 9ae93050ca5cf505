import { describe, expect, it } from 'vitest'
import { aBoard } from '../../builders/a-board.ts'

const planWith = (cup: string, taxCode: string) =>
  aBoard({ cards: { a: { kind: 'action', cup }, p: { kind: 'partner', taxCode } } }).plan()

describe('codes that are right but were copied with spaces or in small letters', () => {
  it('stand in the plan, and so in every list made of it, as registers write them', () => {
    const { actions, partners } = planWith(' j89i 2400 0140 001\n', 'rccmnl83s18 d969h')
    expect(actions[0]?.cup).toBe('J89I24000140001')
    expect(partners[0]?.taxCode).toBe('RCCMNL83S18D969H')
  })

  it('stay as they were written when they are of another length: nobody guesses', () => {
    const { actions, partners } = planWith('j89i 24', 'it 00743110157')
    expect(actions[0]?.cup).toBe('j89i 24')
    expect(partners[0]?.taxCode).toBe('it 00743110157')
  })
})
