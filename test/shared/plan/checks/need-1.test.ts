import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[NEED-1] of every need one knows who said it', () => {
  it('[NEED-1] holds with a source, its own or of a need merged into it', () => {
    const { findings } = aBoard({
      cards: {
        a: { kind: 'need', source: 'Assemblea' },
        b: { kind: 'need' },
        c: { kind: 'need', source: 'Sportello', mergedInto: 'b' },
      },
    })
    expect(findings('NEED-1').map(({ verdict, cards }) => [verdict, cards])).toEqual([
      ['holds', ['a']],
      ['holds', ['b', 'c']],
    ])
  })

  it('[NEED-1] is not yet known without one, and asks for it', () => {
    expect(aBoard({ cards: { a: { kind: 'need', source: ' ' } } }).findings('NEED-1')).toMatchObject([
      { verdict: 'notYetKnown', severity: 'warning', cards: ['a'], act: { kind: 'fill', field: 'source' } },
    ])
  })

  it('[NEED-1] says nothing of a card that has no words yet', () => {
    const { plan } = aBoard({ cards: { a: { kind: 'need', title: '' } } })
    expect(plan().findings).toEqual([])
  })
})
