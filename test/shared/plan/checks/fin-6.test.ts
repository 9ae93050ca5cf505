import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[FIN-6] the Union’s share keeps to the programme’s rate', () => {
  const findings = (fund: object, cents = 100) =>
    aBoard({
      cards: { fund: { kind: 'fund', fund: 'ESF', ...fund }, a: { kind: 'action' } },
      links: [['fund', 'finances', 'a', { cents }]],
    }).findings('FIN-6')

  it('[FIN-6] holds up to the rate, fails above it, as a warning while the rate is unverified', () => {
    expect(findings({ euRate: 0.6587 })).toMatchObject([{ verdict: 'holds', cards: ['fund'] }])
    const [finding] = findings({ euRate: 0.85 })
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'warning' })
    expect(finding?.sentence.it).toBe(
      'L’Unione pagherebbe il 85% di «fund», più del 65,87% del programma (da verificare).',
    )
    expect(finding?.act).toEqual({ kind: 'fill', card: 'fund', field: 'euRate' })
  })

  it('[FIN-6] is not yet known while nobody wrote the share', () => {
    expect(findings({})).toMatchObject([{ verdict: 'notYetKnown', act: { field: 'euRate' } }])
  })

  it('[FIN-6] says nothing of other money, of another programme’s, nor of a fund that pays nothing', () => {
    expect(findings({ fund: 'municipal', euRate: 1 })).toEqual([])
    expect(findings({ programme: 'POR FSE', euRate: 1 })).toEqual([])
    expect(findings({ euRate: 1 }, 0)).toEqual([])
  })
})
