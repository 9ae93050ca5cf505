import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { frame, services, works } from '../../../builders/an-intervention.ts'

describe('[SE-4] everything within the period of the programme', () => {
  it('[SE-4] holds on the first and the last day', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: works({ start: '2014-01-01', end: '2023-12-31' }) },
    })
    expect(findings('SE-4')).toMatchObject([{ verdict: 'holds', cards: ['frame', 'a'] }])
  })

  it('[SE-4] fails naming what starts before or ends after, and says that the period is unverified', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        early: works({ start: '2013-12-31', end: '2015-01-01' }),
        late: services({ start: '2023-01-01', end: '2024-01-01' }),
        fine: works({ start: '2016-01-01', end: '2017-01-01' }),
      },
    })
    const [finding] = findings('SE-4')
    expect(finding).toMatchObject({ verdict: 'fails', cards: ['frame', 'early', 'late'] })
    expect(finding?.sentence.it).toBe(
      'Non sta nel periodo del programma (01/01/2014–31/12/2023, da verificare): «early» e «late».',
    )
  })

  it('[SE-4] fails on one date outside even while the other is not known', () => {
    const { findings } = aBoard({ cards: { frame: frame(), a: works({ end: '2030-01-01' }) } })
    expect(findings('SE-4')[0]?.verdict).toBe('fails')
  })

  it('[SE-4] is not yet known while a date is missing', () => {
    const { findings } = aBoard({ cards: { frame: frame(), a: works({ start: '2016-01-01' }) } })
    expect(findings('SE-4')[0]).toMatchObject({
      verdict: 'notYetKnown',
      remedy: { it: 'Indica inizio e fine di «a».' },
    })
  })

  it('[SE-4] reads the period of the programme of the board', () => {
    const cards = { frame: frame(), a: works({ start: '2024-01-01', end: '2028-01-01' }) }
    expect(aBoard({ cards }).findings('SE-4')[0]?.verdict).toBe('fails')
    expect(aBoard({ cards, programme: 'pn-metro-plus-2021-2027' }).findings('SE-4')[0]?.verdict).toBe('holds')
  })
})
