import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[PAR-2] every commitment is confirmed', () => {
  const cards = { a: { kind: 'action' }, partner: { kind: 'partner' } } as const

  it('[PAR-2] is not yet known while it is proposed, and offers to confirm it', () => {
    const board = aBoard({ cards, links: [['partner', 'commits', 'a', { commitment: 'space' }]] })
    expect(board.findings('PAR-2')).toMatchObject([
      {
        verdict: 'notYetKnown',
        severity: 'warning',
        cards: ['partner', 'a'],
        links: board.links,
        act: { kind: 'confirmCommitment', link: board.links[0] },
      },
    ])
  })

  it('[PAR-2] holds once it is confirmed', () => {
    const { findings } = aBoard({ cards, links: [['partner', 'commits', 'a', { state: 'confirmed' }]] })
    expect(findings('PAR-2')).toMatchObject([{ verdict: 'holds' }])
  })
})
