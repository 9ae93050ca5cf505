import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-4] every action has an output indicator with its target', () => {
  const findings = (...indicators: object[]) =>
    aBoard({ cards: { a: { kind: 'action', indicators: indicators as never } } }).findings('SUB-4')

  it('[SUB-4] holds with what is counted and up to how many', () => {
    expect(findings({ type: 'output', label: 'Utenti', target: 110 })).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-4] asks for an indicator, a result or an empty row being none', () => {
    for (const row of [
      { type: 'result', label: 'Occupati', target: 5 },
      { type: 'output', label: ' ', target: 5 },
    ])
      expect(findings(row)).toMatchObject([
        { verdict: 'notYetKnown', cards: ['a'], act: { kind: 'addIndicator', action: 'a' } },
      ])
  })

  it('[SUB-4] asks for the value', () => {
    expect(findings({ type: 'output', label: 'Utenti' })).toMatchObject([
      { verdict: 'notYetKnown', act: { kind: 'fill', field: 'indicators' } },
    ])
  })
})
