import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[SUB-1] mandatory data is there and within its lengths', () => {
  const findings = (fields: object, programme = 'pon-metro-2014-2020') =>
    aBoard({
      programme,
      cards: { a: { kind: 'action', ...fields }, fund: { kind: 'fund' } },
      links: [['fund', 'finances', 'a']],
    }).findings('SUB-1')
  const whole = { body: 'Sintesi', start: '2020-01-01', end: '2021-01-01' }

  it('[SUB-1] holds with title, summary, dates and a fund', () => {
    expect(findings(whole)).toMatchObject([{ verdict: 'holds', cards: ['a'] }])
  })

  it('[SUB-1] is not yet known while something is missing, and names it', () => {
    const [finding] = findings({ ...whole, body: ' ', end: undefined })
    expect(finding).toMatchObject({ verdict: 'notYetKnown', act: { kind: 'fill', field: 'body' } })
    expect(finding?.sentence.it).toBe('Per consegnare «a» manca: sintesi e fine.')
    const unpaid = aBoard({ cards: { a: { kind: 'action', ...whole } } }).findings('SUB-1')
    expect(unpaid).toMatchObject([{ act: { kind: 'search', link: 'finances', end: 'to' } }])
  })

  it('[SUB-1] fails for a summary beyond its length, as a warning where the limit is unverified', () => {
    const body = 'x'.repeat(1301)
    expect(findings({ ...whole, body })).toMatchObject([{ verdict: 'fails', severity: 'error' }])
    expect(findings({ ...whole, body })[0]?.sentence.it).toContain('sintesi (1 caratteri oltre 1300)')
    expect(findings({ ...whole, body: body.slice(1) })).toMatchObject([{ verdict: 'holds' }])
    expect(findings({ ...whole, body }, 'pn-metro-plus-2021-2027')).toMatchObject([{ severity: 'warning' }])
  })
})
