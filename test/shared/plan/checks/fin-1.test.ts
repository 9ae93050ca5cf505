import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import type { LinkSpec } from '../../../builders/a-board.ts'

describe('[FIN-1] the cost is covered', () => {
  const findings = (costCents: number | undefined, ...amounts: number[]) =>
    aBoard({
      cards: { a: { kind: 'action', ...(costCents !== undefined && { costCents }) }, fund: { kind: 'fund' } },
      links: amounts.map((cents): LinkSpec => ['fund', 'finances', 'a', { cents }]),
    }).findings('FIN-1')

  it('[FIN-1] holds to the cent', () => {
    expect(findings(100001, 60000, 40001)).toMatchObject([{ verdict: 'holds' }])
    expect(findings(0)).toMatchObject([{ verdict: 'holds' }])
  })

  it('[FIN-1] fails with what is still to be covered', () => {
    const [finding] = findings(100000, 99999)
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'warning', cards: ['a', 'fund'] })
    expect(finding?.sentence.it).toBe('Per «a» restano da coprire 0,01\u00a0€ su 1.000,00\u00a0€.')
  })

  it('[FIN-1] fails when more is given than it costs', () => {
    expect(findings(100000, 60000, 60000)[0]?.sentence.en).toBe(
      '“a” is financed 200,00\u00a0€ beyond its cost of 1.000,00\u00a0€.',
    )
  })

  it('[FIN-1] is not yet known while nobody has said the cost', () => {
    expect(findings(undefined, 500)).toMatchObject([
      { verdict: 'notYetKnown', remedy: { it: 'Scrivi il costo di «a».' } },
    ])
  })
})
