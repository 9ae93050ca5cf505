import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardId } from '../../../../shared/ids.ts'
import { programmeNamed } from '../../../../shared/programme/programme-name.ts'
import { moneyLines, yearLines } from '../../../../shared/plan/views/money-lines.ts'
import { traceOfDeclared, traceOfLine, traceOfNeed } from '../../../../shared/plan/views/trace.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'
import { anyBoard } from '../../../builders/any-board.ts'

const plan = aBoard(RICH_TABLE).plan()

/** A row shared out over two years, less 200 €; beside it money of another programme. */
const shared = aBoard({
  cards: {
    frame: { kind: 'intervention', declared: [{ label: 'TOT.', cents: 120000, programme: 'PON Metro' }] },
    need: { kind: 'need' },
    action: { kind: 'action', intervention: 'frame' },
    elsewhere: { kind: 'action', intervention: 'frame' },
    nowhere: { kind: 'action', intervention: 'frame' },
    fund: { kind: 'fund', fund: 'ESF' },
    other: { kind: 'fund', fund: 'ESF', programme: 'POR FSE' },
  },
  links: [
    ['action', 'answers', 'need'],
    ['fund', 'finances', 'action', { cents: 100000, years: { 2019: 30000, 2020: 50000 } }],
    ['other', 'finances', 'action', { cents: 70000 }],
    ['other', 'finances', 'elsewhere', { cents: 10000 }],
  ],
}).plan()

describe('the trace', () => {
  it('goes from a need to its euros, with the voices that were merged into it', () => {
    const trace = traceOfNeed(plan, 'activities' as CardId)
    expect(trace?.needs.map(({ need, voices }) => [need.id, voices.map(({ id }) => id)])).toEqual([
      ['activities', ['study']],
    ])
    expect(trace?.actions.map(({ action }) => action.id)).toEqual(['services'])
    expect([trace?.cents, trace?.toCoverCents]).toEqual([56250000, 10000000])
    expect(trace?.actions[0]?.lines.map(({ kind }) => kind)).toEqual([
      'fund',
      'commitment',
      'commitment',
      'toCover',
    ])
    expect(traceOfNeed(plan, 'study' as CardId)).toEqual(trace)
  })

  it('goes back from a euro to the needs it is for', () => {
    const row = plan.ledger.rows.find(({ action }) => action === 'services')
    const trace = traceOfLine(plan, row?.link ?? '')
    expect(trace?.needs.map(({ need }) => need.id)).toEqual(['activities', 'together'])
    expect(trace?.cents).toBe(56250000)
  })

  it('goes back from what a partner puts on the table, and from what nobody pays yet', () => {
    const lines = moneyLines(plan)
    const hours = lines.find((line) => line.kind === 'commitment' && line.card === 'strada')
    expect(traceOfLine(plan, hours?.key ?? '')?.needs.map(({ need }) => need.id)).toEqual([
      'activities',
      'together',
    ])
    const coFunding = lines.find((line) => line.kind === 'commitment' && line.cents === 800000)
    expect(traceOfLine(plan, coFunding?.key ?? '')?.actions.map(({ action }) => action.id)).toEqual([
      'school',
    ])
    expect(traceOfLine(plan, 'services')).toMatchObject({ cents: 0, toCoverCents: 10000000 })
  })

  it('goes back from the part of a row that is of one year, and from what is of none', () => {
    const link = shared.ledger.rows.find(({ cents }) => cents === 100000)?.link
    expect(yearLines(shared).map(({ year, cents }) => [year, cents])).toEqual([
      ['2019', 30000],
      ['2020', 50000],
      [null, 20000],
    ])
    const trace = traceOfLine(shared, `${link}/2020`)
    expect(trace).toMatchObject({ cents: 50000, broughtCents: 0, toCoverCents: 0 })
    expect(trace?.needs.map(({ need }) => need.id)).toEqual(['need'])
  })

  it('goes back from a declared total, through the rows that it is compared with', () => {
    const trace = traceOfDeclared(shared, 0)
    expect(trace?.cents).toBe(shared.ledger.declared[0]?.computedCents)
    expect(trace?.needs.map(({ need }) => need.id)).toEqual(['need'])
    expect(trace?.actions.map(({ action, lines }) => [action.id, lines.map(({ kind }) => kind)])).toEqual([
      ['action', ['fund']],
      ['nowhere', []],
    ])
    expect(traceOfDeclared(shared, 1)).toBeNull()
  })

  it('knows nothing of what is not in the plan', () => {
    expect(traceOfNeed(plan, 'nobody' as CardId)).toBeNull()
    expect(traceOfLine(plan, 'nothing')).toBeNull()
  })

  it('exists for every need and every euro of any board, and says of a need what its fate says', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const any = aBoard(spec).plan()
        for (const { id, fate } of any.needs) {
          const trace = traceOfNeed(any, id)
          expect(trace).not.toBeNull()
          if (fate.kind === 'financed') expect(trace?.cents).toBe(fate.cents)
        }
        for (const { link, cents } of any.ledger.rows) expect(traceOfLine(any, link)?.cents).toBe(cents)
        for (const [at, { computedCents, programme }] of any.ledger.declared.entries())
          if (programmeNamed(programme, any.programme) === any.programme.id)
            expect(traceOfDeclared(any, at)?.cents).toBe(computedCents)
        for (const { key, action } of [...moneyLines(any), ...yearLines(any)])
          expect(traceOfLine(any, key)?.actions.map((one) => one.action.id)).toEqual([action])
      }),
      { numRuns: 100 },
    )
  })
})
