import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[CMP-2] policies that complement each other on a place', () => {
  const place = { places: ['Scampia'] } as const

  it('[CMP-2] says which of the three pairs stand on a place, contexts included', () => {
    const [finding, ...others] = aBoard({
      cards: {
        a: { kind: 'action', ...place, themes: ['social'] },
        c: { kind: 'context', ...place, themes: ['work'] },
        elsewhere: { kind: 'context', places: ['Vomero'] },
      },
    }).findings('CMP-2')
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'information', cards: ['a', 'c'] })
    expect(finding?.sentence.it).toBe(
      'A «Scampia» inclusione sociale sta insieme a inclusione lavorativa, non a povertà educativa e istruzione e deprivazione materiale.',
    )
  })

  it('[CMP-2] reads social inclusion from the specific objective, and holds with all three', () => {
    const { findings } = aBoard({
      cards: {
        a: { kind: 'action', ...place },
        axis: { kind: 'axis', axis: '3' },
        c: { kind: 'context', ...place, themes: ['work', 'education', 'deprivation'] },
      },
      links: [['a', 'programmedUnder', 'axis', { specificObjective: '3.2' }]],
    })
    expect(findings('CMP-2')).toMatchObject([{ verdict: 'holds', cards: ['a', 'c'] }])
  })

  it('[CMP-2] says nothing of a place where nobody stated a policy', () => {
    expect(aBoard({ cards: { a: { kind: 'action', ...place } } }).findings('CMP-2')).toEqual([])
  })
})
