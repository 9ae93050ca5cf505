import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[FIN-2] the ceiling of a fund', () => {
  const findings = (ceilingCents: number | undefined, ...amounts: number[]) =>
    aBoard({
      cards: {
        fund: { kind: 'fund', ...(ceilingCents !== undefined && { ceilingCents }) },
        a: { kind: 'action' },
        b: { kind: 'action' },
      },
      links: amounts.map((cents, index) => ['fund', 'finances', index % 2 ? 'b' : 'a', { cents }] as const),
    }).findings('FIN-2')

  it('[FIN-2] holds up to the ceiling', () => {
    expect(findings(1000, 400, 600)).toMatchObject([{ verdict: 'holds', cards: ['fund', 'a', 'b'] }])
  })

  it('[FIN-2] fails beyond it, with the excess', () => {
    const [finding] = findings(100000, 60000, 40001)
    expect(finding).toMatchObject({
      verdict: 'fails',
      severity: 'error',
      intervention: null,
      act: { kind: 'fill', card: 'fund', field: 'ceilingCents' },
    })
    expect(finding?.links).toHaveLength(2)
    expect(finding?.sentence.it).toContain('0,01\u00a0€ oltre il tetto di 1.000,00\u00a0€')
  })

  it('[FIN-2] says nothing of a fund without a ceiling', () => {
    expect(findings(undefined, 5)).toEqual([])
  })
})
