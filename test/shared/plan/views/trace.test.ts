import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardId, LinkId } from '../../../../shared/ids.ts'
import { traceOfNeed, traceOfRow } from '../../../../shared/plan/views/trace.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'
import { anyBoard } from '../../../builders/any-board.ts'

const plan = aBoard(RICH_TABLE).plan()

describe('the trace', () => {
  it('goes from a need to its euros, with the voices that were merged into it', () => {
    const trace = traceOfNeed(plan, 'activities' as CardId)
    expect(trace?.needs.map(({ need, voices }) => [need.id, voices.map(({ id }) => id)])).toEqual([
      ['activities', ['study']],
    ])
    expect(trace?.actions.map(({ action, cents }) => [action.id, cents])).toEqual([['services', 56250000]])
    expect(traceOfNeed(plan, 'study' as CardId)).toEqual(trace)
  })

  it('goes back from a euro to the needs it is for', () => {
    const row = plan.ledger.rows.find(({ action }) => action === 'services')
    const trace = traceOfRow(plan, row?.link as LinkId)
    expect(trace?.needs.map(({ need }) => need.id)).toEqual(['activities', 'together'])
    expect(trace?.cents).toBe(56250000)
  })

  it('knows nothing of what is not in the plan', () => {
    expect(traceOfNeed(plan, 'nobody' as CardId)).toBeNull()
    expect(traceOfRow(plan, 'nothing' as LinkId)).toBeNull()
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
        for (const { link, cents } of any.ledger.rows) expect(traceOfRow(any, link)?.cents).toBe(cents)
      }),
      { numRuns: 100 },
    )
  })
})
