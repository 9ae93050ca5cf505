import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-10] the operation code fits its city, axis and objective', () => {
  const findings = (
    operationCode: string,
    { programme = 'pn-metro-plus-2021-2027', axis = '5', objective = 'ESO4.11', city = 'Brindisi' } = {},
  ) =>
    aBoard({
      programme,
      city,
      cards: { a: { kind: 'action', operationCode }, axis: { kind: 'axis', axis } },
      links: [['a', 'programmedUnder', 'axis', { specificObjective: objective }]],
    }).findings('SUB-10')
  const old = { programme: 'pon-metro-2014-2020', axis: '3', objective: '3.2', city: 'Napoli' }

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

  it('[SUB-10] fails for another city: an error where the letters of the city are verified, else a warning', () => {
    const plus = 'pn-metro-plus-2021-2027'
    const [naples] = findings('BR5.4.11.1a', { city: 'Napoli' })
    expect(naples).toMatchObject({ verdict: 'fails', severity: 'error', cards: ['a', 'axis'] })
    expect(naples?.sentence.it).toBe(
      'Il codice BR5.4.11.1a di «a» comincia con BR, il tavolo è di Napoli (NA).',
    )
    const [milan] = findings('BR5.4.11.1a', { city: 'Milano', programme: plus })
    expect(milan).toMatchObject({ verdict: 'fails', severity: 'warning' })
    expect(milan?.remedy.it).toContain('che MI sia la sigla di Milano è da verificare')
    expect(findings('MI 3.2.2.b', old)).toMatchObject([{ verdict: 'fails', severity: 'warning' }])
  })

  it('[SUB-10] does not compare a city whose letters nobody knows, nor a board without a city', () => {
    for (const city of ['Avellino', ''])
      expect(findings('BR5.4.11.1a', { city })).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-10] says nothing of an action without code, and takes no axis for any', () => {
    expect(findings('')).toEqual([])
    const alone = aBoard({ city: 'Napoli', cards: { a: { kind: 'action', operationCode: 'NA 3.2.2.b' } } })
    expect(alone.findings('SUB-10')).toMatchObject([{ verdict: 'holds' }])
  })
})
