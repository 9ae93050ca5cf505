import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-10] the operation code fits its axis and objective', () => {
  const findings = (
    operationCode: string,
    { programme = 'pn-metro-plus-2021-2027', axis = '5', objective = 'ESO4.11' } = {},
  ) =>
    aBoard({
      programme,
      cards: { a: { kind: 'action', operationCode }, axis: { kind: 'axis', axis } },
      links: [['a', 'programmedUnder', 'axis', { specificObjective: objective }]],
    }).findings('SUB-10')
  const old = { programme: 'pon-metro-2014-2020', axis: '3', objective: '3.2' }

  it('[SUB-10] holds when it says the axis and objective of the action, spaces aside', () => {
    expect(findings('BR5.4.11.1a')).toMatchObject([{ verdict: 'holds', cards: ['a', 'axis'] }])
    expect(findings('NA 3.2.2.b', old)).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-10] fails for another axis or objective', () => {
    const [finding] = findings('BR5.4.11.1a', { axis: '4' })
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'error', act: { field: 'operationCode' } })
    expect(finding?.sentence.it).toBe(
      'Il codice BR5.4.11.1a di «a» è di Priorità 5, l’azione sta sotto Priorità 4.',
    )
    expect(findings('BR5.4.11.1a', { objective: 'ESO4.8' })).toMatchObject([{ verdict: 'fails' }])
  })

  it('[SUB-10] fails for another make, as a warning while the pattern is unverified', () => {
    expect(findings('5/11')).toMatchObject([{ verdict: 'fails', severity: 'error' }])
    expect(findings('5/11', old)).toMatchObject([{ verdict: 'fails', severity: 'warning' }])
  })

  it('[SUB-10] says nothing of an action without code, and takes no axis for any', () => {
    expect(findings('')).toEqual([])
    const alone = aBoard({ cards: { a: { kind: 'action', operationCode: 'NA 3.2.2.b' } } })
    expect(alone.findings('SUB-10')).toMatchObject([{ verdict: 'holds' }])
  })
})
