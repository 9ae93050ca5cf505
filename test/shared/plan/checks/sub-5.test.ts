import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-5] the classifications the fund asks for are there', () => {
  const findings = (fund: object, classifications: readonly object[], programme = 'pon-metro-2014-2020') =>
    aBoard({
      programme,
      cards: {
        fund: { kind: 'fund', ...fund },
        a: { kind: 'action', classifications: classifications as never },
      },
      links: [['fund', 'finances', 'a', { cents: 5 }]],
    }).findings('SUB-5')
  const codes = (...dimensions: string[]) => dimensions.map((dimension) => ({ dimension, code: '112' }))
  const ERDF = ['interventionField', 'formOfSupport', 'territory', 'economicActivity']

  it('[SUB-5] holds with the dimensions of the fund, ESF asking for the secondary theme too', () => {
    expect(findings({ fund: 'ERDF' }, codes(...ERDF))).toMatchObject([{ verdict: 'holds' }])
    expect(findings({ fund: 'ESF' }, codes(...ERDF))).toMatchObject([{ verdict: 'notYetKnown' }])
    expect(findings({ fund: 'ESF' }, codes(...ERDF, 'secondaryTheme'))).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-5] names what is missing', () => {
    const [finding] = findings({ fund: 'ERDF' }, codes('interventionField', 'territory'))
    expect(finding).toMatchObject({ severity: 'error', act: { kind: 'fill', field: 'classifications' } })
    expect(finding?.sentence.it).toContain('forma di sostegno e attività economica')
    expect(findings({ fund: 'ERDF' }, [], 'pn-metro-plus-2021-2027')).toMatchObject([{ severity: 'warning' }])
  })

  it('[SUB-5] asks nothing of other money', () => {
    expect(findings({ fund: 'municipal' }, [])).toEqual([])
    expect(findings({ fund: 'ERDF', programme: 'POR FESR' }, [])).toEqual([])
  })
})
