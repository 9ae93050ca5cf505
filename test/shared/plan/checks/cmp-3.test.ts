import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[CMP-3] a need that nobody answers', () => {
  it('[CMP-3] holds when an action answers it, through a merged one too', () => {
    const { findings } = aBoard({
      cards: {
        need: { kind: 'need' },
        same: { kind: 'need', mergedInto: 'need' },
        a: { kind: 'action' },
      },
      links: [['a', 'answers', 'same']],
    })
    expect(findings('CMP-3')).toMatchObject([{ verdict: 'holds', cards: ['need', 'a'] }])
  })

  it('[CMP-3] holds when somebody wrote why it is not taken up', () => {
    const { findings } = aBoard({ cards: { need: { kind: 'need', notTakenUp: 'fuori competenza' } } })
    expect(findings('CMP-3')).toMatchObject([
      { verdict: 'holds', sentence: { it: '«need» non viene preso in carico: fuori competenza' } },
    ])
  })

  it('[CMP-3] fails for a need that was only raised', () => {
    const { findings } = aBoard({ cards: { need: { kind: 'need', notTakenUp: ' ' } } })
    expect(findings('CMP-3')).toMatchObject([
      { verdict: 'fails', severity: 'warning', sentence: { it: 'Nessuna azione risponde a «need».' } },
    ])
  })
})
