import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[REC-1] before ERDF money somebody looked at what is there', () => {
  const there = { places: ['Scampia'], targetGroups: ['Giovani'] } as const
  const cards = { a: { kind: 'action', ...there }, fund: { kind: 'fund', fund: 'ERDF' } } as const
  const links = [['fund', 'finances', 'a', { cents: 5 }]] as const

  it('[REC-1] fails without a context on its place and for its people', () => {
    const elsewhere = { kind: 'context', places: ['Vomero'], targetGroups: ['Giovani'] } as const
    const others = { kind: 'context', places: ['Scampia'], targetGroups: ['Anziani'] } as const
    expect(aBoard({ cards: { ...cards, elsewhere, others }, links }).findings('REC-1')).toMatchObject([
      { verdict: 'fails', severity: 'warning', cards: ['a'], act: { kind: 'search', link: 'complements' } },
    ])
  })

  it('[REC-1] holds with a context there, or linked from anywhere', () => {
    for (const context of [
      { kind: 'context', places: ['scampia'], targetGroups: ['giovani'] },
      { kind: 'context', places: ['Scampia'] },
    ] as const)
      expect(aBoard({ cards: { ...cards, context }, links }).findings('REC-1')).toMatchObject([
        { verdict: 'holds', cards: ['a', 'context'] },
      ])
    const linked = aBoard({
      cards: { ...cards, context: { kind: 'context' } },
      links: [...links, ['a', 'complements', 'context']],
    })
    expect(linked.findings('REC-1')).toMatchObject([{ verdict: 'holds', cards: ['a', 'context'] }])
  })

  it('[REC-1] is not yet known without places or target groups', () => {
    const bare = { ...cards, a: { kind: 'action', places: ['Scampia'] } } as const
    expect(aBoard({ cards: bare, links }).findings('REC-1')).toMatchObject([
      { verdict: 'notYetKnown', act: { kind: 'fill', card: 'a', field: 'targetGroups' } },
    ])
  })

  it('[REC-1] asks of an axis that only ERDF pays while no money is linked, and never of other money', () => {
    const under = (axis: string) =>
      aBoard({
        cards: { a: cards.a, axis: { kind: 'axis', axis } },
        links: [['a', 'programmedUnder', 'axis']],
      }).findings('REC-1')
    expect(under('4')).toMatchObject([{ verdict: 'fails' }])
    expect(under('3')).toEqual([])
    const esf = { ...cards, fund: { kind: 'fund', fund: 'ESF' } } as const
    expect(aBoard({ cards: esf, links }).findings('REC-1')).toEqual([])
  })
})
