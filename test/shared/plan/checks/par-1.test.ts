import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame } from '../../../builders/an-intervention.ts'

describe('[PAR-1] the third sector is at the table', () => {
  const cards = {
    frame: frame(),
    a: action(),
    coop: { kind: 'partner', partnerType: 'cooperative' },
    city: { kind: 'partner', partnerType: 'municipality' },
    citizens: { kind: 'partner', partnerType: 'citizens' },
    unsaid: { kind: 'partner' },
  } as const

  it('[PAR-1] holds with an association, a cooperative or a foundation', () => {
    const { findings } = aBoard({
      cards,
      links: [
        ['city', 'commits', 'a'],
        ['coop', 'commits', 'a'],
      ],
    })
    expect(findings('PAR-1')).toMatchObject([{ verdict: 'holds', cards: ['frame', 'coop'] }])
  })

  it('[PAR-1] fails without one; a group of citizens is no third-sector body', () => {
    const { findings } = aBoard({
      cards,
      links: [
        ['city', 'commits', 'a'],
        ['citizens', 'commits', 'a'],
      ],
    })
    expect(findings('PAR-1')).toMatchObject([{ verdict: 'fails', severity: 'warning' }])
    expect(aBoard({ cards, programme: 'pn-metro-plus-2021-2027' }).findings('PAR-1')[0]?.severity).toBe(
      'error',
    )
  })

  it('[PAR-1] is not yet known while a partner does not say what it is', () => {
    const { findings } = aBoard({
      cards,
      links: [
        ['city', 'commits', 'a'],
        ['unsaid', 'commits', 'a'],
      ],
    })
    expect(findings('PAR-1')).toMatchObject([
      { verdict: 'notYetKnown', remedy: { it: 'Indica che tipo di soggetto è «unsaid».' } },
    ])
  })
})
