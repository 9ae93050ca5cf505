import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-8] fiscal codes are right', () => {
  const findings = (taxCode: string) =>
    aBoard({ cards: { p: { kind: 'partner', taxCode } } }).findings('SUB-8')

  it('[SUB-8] holds for eleven digits and sixteen characters with the right check', () => {
    for (const code of [
      '80008630420',
      '800 086 304 20',
      'RSSMRA80A01H501U',
      'rssmra80a01h501u',
      'RSSMRA80A01H50MM',
    ])
      expect(findings(code), code).toMatchObject([{ verdict: 'holds' }])
  })

  it('[SUB-8] fails for a wrong check, length or letter, without repeating the code', () => {
    for (const code of [
      '00743110158',
      '8000863042',
      'RSSMRA80A01H501A',
      'RSSMRA80F01H501U',
      'RSSMRA80A01H501',
    ])
      expect(findings(code), code).toMatchObject([{ verdict: 'fails', severity: 'error', cards: ['p'] }])
    expect(JSON.stringify(findings('RSSMRA80A01H501A'))).not.toContain('RSSMRA')
  })

  it('[SUB-8] says nothing of a partner without one', () => {
    expect(findings('')).toEqual([])
  })
})
