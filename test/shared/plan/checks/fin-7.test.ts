import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame } from '../../../builders/an-intervention.ts'

describe('[FIN-7] no operation is counted twice', () => {
  it('[FIN-7] fails when two cards carry one code, whatever the spaces and the case', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        a: action({ operationCode: 'NA 3.2.2.c' }),
        b: action({ operationCode: 'na3.2.2.C ' }),
        c: { kind: 'context', operationCode: 'NA 4.1.1.a' },
      },
    })
    expect(findings('FIN-7')).toMatchObject([
      {
        verdict: 'fails',
        severity: 'error',
        cards: ['a', 'b'],
        intervention: 'frame',
        act: { card: 'b', field: 'operationCode' },
      },
    ])
    expect(findings('FIN-7')[0]?.sentence.it).toBe('L’operazione NA 3.2.2.c è contata più volte: «a» e «b».')
  })

  it('[FIN-7] fails when a context is an action of the board', () => {
    const { findings } = aBoard({
      cards: {
        frame: frame(),
        a: action({ operationCode: 'NA 3.2.2.c' }),
        c: { kind: 'context', operationCode: 'NA3.2.2.c' },
      },
    })
    expect(findings('FIN-7')).toMatchObject([{ verdict: 'fails', cards: ['a', 'c'], intervention: null }])
  })

  it('[FIN-7] asks about an operation that is only thought to be the same', () => {
    const { findings } = aBoard({
      cards: {
        a: { kind: 'action', sameOperationAs: 'NA 3.2.2.c' },
        b: { kind: 'action', operationCode: 'NA3.2.2.c' },
        fund: { kind: 'fund' },
      },
      links: [
        ['fund', 'finances', 'a', { cents: 95000000 }],
        ['fund', 'finances', 'b', { cents: 95000000 }],
      ],
    })
    expect(findings('FIN-7')).toMatchObject([
      { verdict: 'notYetKnown', cards: ['a', 'b'], act: { card: 'a', field: 'sameOperationAs' } },
    ])
    expect(findings('FIN-7')[0]?.sentence.it).toBe(
      '«a» è forse la stessa operazione di «b» (NA3.2.2.c): 950.000,00\u00a0€ sarebbero contati due volte.',
    )
  })

  it('[FIN-7] holds when all codes differ and says nothing when there is none', () => {
    const { findings } = aBoard({
      cards: {
        a: { kind: 'action', operationCode: 'NA 3.2.2.a' },
        b: { kind: 'action', operationCode: 'NA 3.2.2.b', sameOperationAs: 'NA 9.9.9.z' },
      },
    })
    expect(findings('FIN-7')).toMatchObject([{ verdict: 'holds', cards: ['a', 'b'] }])
    expect(aBoard({ cards: { a: { kind: 'action' } } }).findings('FIN-7')).toEqual([])
  })
})
