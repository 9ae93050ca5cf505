import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[PAR-3] every action has a lead', () => {
  const cards = { a: { kind: 'action' }, partner: { kind: 'partner' } } as const

  it('[PAR-3] holds with a lead from inside or from outside', () => {
    for (const role of ['insideLead', 'outsideLead'] as const)
      expect(
        aBoard({ cards, links: [['partner', 'commits', 'a', { role }]] }).findings('PAR-3'),
      ).toMatchObject([{ verdict: 'holds', cards: ['a', 'partner'] }])
  })

  it('[PAR-3] fails with nobody, or with partners who do not lead', () => {
    expect(aBoard({ cards }).findings('PAR-3')).toMatchObject([{ verdict: 'fails', cards: ['a'] }])
    const { findings } = aBoard({ cards, links: [['partner', 'commits', 'a']] })
    expect(findings('PAR-3')[0]).toMatchObject({ verdict: 'fails', severity: 'warning' })
    expect(findings('PAR-3')[0]?.remedy.it).toContain('capofila intramoenia')
  })
})
