import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-6] codes are in their lists', () => {
  const findings = (
    fields: object,
    { programme = 'pn-metro-plus-2021-2027', axis = '4', objective = 'ESO4.11' } = {},
  ) =>
    aBoard({
      programme,
      cards: { a: { kind: 'action', ...fields }, axis: { kind: 'axis', axis } },
      links: [['a', 'programmedUnder', 'axis', { specificObjective: objective }]],
    }).findings('SUB-6')

  it('[SUB-6] holds for codes of the programme and of the Regulations', () => {
    const fields = {
      indicators: [{ type: 'output', label: 'x', code: 'RCO113' }],
      classifications: [{ dimension: 'interventionField', code: '163' }],
    }
    expect(findings(fields)).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-6] is a warning while the list is unverified, an error where it was read in its source', () => {
    const [finding] = findings({ classifications: [{ dimension: 'interventionField', code: '999' }] })
    expect(finding).toMatchObject({
      verdict: 'fails',
      severity: 'warning',
      act: { field: 'classifications' },
    })
    expect(finding?.sentence.it).toBe(
      'In «a» non è in nessun elenco (elenco da verificare): campo di intervento 999.',
    )
    const old = { programme: 'pon-metro-2014-2020', axis: '3', objective: '3.1' }
    expect(
      findings({ classifications: [{ dimension: 'interventionField', code: '163' }] }, old),
    ).toMatchObject([{ verdict: 'fails', severity: 'error' }])
  })

  it('[SUB-6] looks for the objective among those of its axis', () => {
    expect(findings({}, { objective: 'RSO1.2' })).toMatchObject([
      { verdict: 'fails', cards: ['a', 'axis'], act: { kind: 'fillLink', field: 'specificObjective' } },
    ])
    expect(findings({}, { axis: '1', objective: 'RSO1.2' })).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-6] looks up nothing that has no list', () => {
    const fields = { classifications: [{ dimension: 'economicActivity', code: '17' }] }
    expect(findings(fields, { programme: 'pon-metro-2014-2020', axis: '99' })).toEqual([])
  })
})
