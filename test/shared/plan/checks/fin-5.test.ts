import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[FIN-5] the years add up to the amount', () => {
  const findings = (cents: number, years?: Record<string, number>) =>
    aBoard({
      cards: { fund: { kind: 'fund' }, a: { kind: 'action' } },
      links: [['fund', 'finances', 'a', { cents, ...(years && { years }) }]],
    }).findings('FIN-5')

  it('[FIN-5] holds when they do', () => {
    expect(findings(300, { 2024: 100, 2025: 200 })).toMatchObject([{ verdict: 'holds' }])
  })

  it('[FIN-5] fails with the difference', () => {
    const [finding] = findings(300, { 2024: 100, 2025: 199 })
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'error', cards: ['fund', 'a'] })
    expect(finding?.sentence.it).toContain('0,01\u00a0€ di differenza')
  })

  it('[FIN-5] says nothing when no year is given', () => {
    expect(findings(300)).toEqual([])
    expect(findings(300, {})).toEqual([])
  })
})
