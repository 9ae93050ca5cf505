import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame } from '../../../builders/an-intervention.ts'

describe('[FIN-4] the declared total is the computed one', () => {
  const cards = {
    a: action(),
    outside: { kind: 'action' },
    pon: { kind: 'fund', fund: 'ERDF' },
    por: { kind: 'fund', fund: 'ERDF', programme: 'POR FESR' },
    context: { kind: 'context', programme: 'por  fesr', cents: 300 },
    elsewhere: { kind: 'context', programme: 'POR FESR', cents: 9000 },
  } as const
  const links = [
    ['pon', 'finances', 'a', { cents: 1000 }],
    ['por', 'finances', 'a', { cents: 50 }],
    ['pon', 'finances', 'outside', { cents: 7000 }],
    ['a', 'complements', 'context'],
  ] as const
  const findings = (...declared: { label: string; cents: number; programme?: string }[]) =>
    aBoard({ cards: { frame: frame({ declared }), ...cards }, links }).findings('FIN-4')

  it('[FIN-4] holds when what the programme pays in the intervention adds up', () => {
    expect(findings({ label: 'TOT.', cents: 1000 })).toMatchObject([
      { verdict: 'holds', intervention: 'frame' },
    ])
    for (const programme of ['PON Metro', 'pon-metro-2014-2020', 'PON metro 2014-20'])
      expect(findings({ label: 'TOT.', cents: 1000, programme })).toMatchObject([{ verdict: 'holds' }])
  })

  it('[FIN-4] fails with the difference, more or less', () => {
    const [more] = findings({ label: 'TOT. RISORSE', cents: 1250 })
    expect(more).toMatchObject({ verdict: 'fails', severity: 'warning' })
    expect(more?.sentence.it).toBe(
      'In «frame» il totale dichiarato «TOT. RISORSE» è 12,50\u00a0€, quello calcolato 10,00\u00a0€: restano 2,50\u00a0€ senza spiegazione.',
    )
    expect(findings({ label: 'TOT.', cents: 900 })[0]?.sentence.en).toContain(
      '1,00\u00a0€ more than the declared',
    )
  })

  it('[FIN-4] counts, for another programme, its funds and its contexts beside the actions', () => {
    expect(findings({ label: 'POR', cents: 350, programme: 'POR FESR' })).toMatchObject([
      { verdict: 'holds' },
    ])
  })

  it('[FIN-4] answers for each declared total, and not at all without one', () => {
    const verdicts = findings({ label: 'A', cents: 1000 }, { label: 'B', cents: 1 }).map((one) => one.verdict)
    expect(verdicts).toEqual(['holds', 'fails'])
    expect(findings()).toEqual([])
  })
})
