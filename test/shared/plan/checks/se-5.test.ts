import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { frame, services, works } from '../../../builders/an-intervention.ts'

describe('[SE-5] the two sides share target group and place', () => {
  it('[SE-5] holds when one of each is common, whatever the case and the spaces', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        a: works({ targetGroups: ['Inquilini  ERP', 'Giovani'], places: ['Lorenteggio'] }),
        b: services({ targetGroups: ['inquilini erp'], places: [' lorenteggio ', 'Niguarda'] }),
      },
    })
    const [finding] = findings('SE-5')
    expect(finding?.verdict).toBe('holds')
    expect(finding?.sentence.it).toBe(
      'In «frame» lavori e servizi hanno in comune: Inquilini ERP, Lorenteggio.',
    )
  })

  it('[SE-5] fails when a side serves others or elsewhere, even while the rest is not known', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        a: works({ targetGroups: ['Giovani'], places: ['Lorenteggio'] }),
        b: services({ places: ['Scampia'] }),
      },
    })
    expect(findings('SE-5')[0]).toMatchObject({
      verdict: 'fails',
      cards: ['frame', 'a', 'b'],
      act: { kind: 'fill', card: 'b', field: 'places' },
    })
    expect(findings('SE-5')[0]?.sentence.it).toContain('non hanno in comune il territorio.')
  })

  it('[SE-5] is not yet known while a side has declared none, and says which', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        a: works({ targetGroups: ['Giovani'] }),
        b: services({ targetGroups: ['Giovani'], places: ['Lorenteggio'] }),
      },
    })
    expect(findings('SE-5')[0]).toMatchObject({
      verdict: 'notYetKnown',
      remedy: { it: 'Indica il territorio delle azioni materiali.' },
      act: { kind: 'fill', card: 'a', field: 'places' },
    })
  })

  it('[SE-5] says nothing while a whole side is missing', () => {
    expect(aBoard({ cards: { frame: frame(), a: works() } }).findings('SE-5')).toEqual([])
  })
})
