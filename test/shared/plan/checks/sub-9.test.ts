import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-9] dates are in order', () => {
  const findings = (start?: string, end?: string) =>
    aBoard({ cards: { a: { kind: 'action', ...(start && { start }), ...(end && { end }) } } }).findings(
      'SUB-9',
    )

  it('[SUB-9] holds from start to end, the same day too', () => {
    expect(findings('2020-01-01', '2020-01-01')).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-9] fails when the end comes first', () => {
    const [finding] = findings('2020-03-05', '2020-03-04')
    expect(finding).toMatchObject({
      verdict: 'fails',
      severity: 'error',
      act: { kind: 'fill', field: 'end' },
    })
    expect(finding?.sentence.it).toBe('«a» finisce il 04/03/2020, prima di cominciare il 05/03/2020.')
  })

  it('[SUB-9] waits for both dates', () => {
    expect([...findings('2020-01-01'), ...findings(undefined, '2020-01-01')]).toEqual([])
  })
})
