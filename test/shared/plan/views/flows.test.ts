import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '../../../../shared/money.ts'
import { ledgerByLead } from '../../../../shared/plan/views/by-lead.ts'
import { flowsOf, shares } from '../../../../shared/plan/views/flows.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { anyBoard } from '../../../builders/any-board.ts'

describe('the streams of money', () => {
  it('add up to the ledger, row by row and fund by fund, on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        const flows = flowsOf(plan)
        expect(sum(flows.map(({ cents }) => cents))).toBe(plan.ledger.totalCents)
        for (const { key, cents } of plan.ledger.byFund)
          expect(sum(flows.filter(({ fund }) => fund === key).map((flow) => flow.cents))).toBe(cents)
        for (const { key, cents } of plan.ledger.byAxis)
          expect(sum(flows.filter(({ axis }) => axis === key).map((flow) => flow.cents))).toBe(cents)
      }),
      { numRuns: 100 },
    )
  })

  it('are shared out among the needs of an action in whole cents', () => {
    expect(shares(100, 3)).toEqual([34, 33, 33])
    expect(shares(-5, 2)).toEqual([-3, -2])
    const plan = aBoard({
      cards: {
        a: { kind: 'action' },
        n: { kind: 'need' },
        o: { kind: 'need' },
        f: { kind: 'fund' },
        b: { kind: 'action' },
      },
      links: [
        ['a', 'answers', 'n'],
        ['a', 'answers', 'o'],
        ['f', 'finances', 'a', { cents: 101 }],
        ['f', 'finances', 'b', { cents: 7 }],
      ],
    }).plan()
    const flows = flowsOf(plan)
    expect(flows.map(({ action, cents }) => [action, cents])).toEqual([
      ['a', 51],
      ['a', 50],
      ['b', 7],
    ])
    expect(flows.map(({ need }) => need).sort()).toEqual(['n', null, 'o'])
  })
})

describe('the ledger by lead', () => {
  it('adds up to the ledger on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        const sums = ledgerByLead(plan)
        expect(sum(sums.map(({ cents }) => cents))).toBe(plan.ledger.totalCents)
        const keys = sums.map(({ leads }) => leads.join())
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 100 },
    )
  })

  it('puts what two lead together under the two, and what nobody leads last', () => {
    const plan = aBoard({
      cards: {
        a: { kind: 'action' },
        b: { kind: 'action' },
        c: { kind: 'action' },
        f: { kind: 'fund' },
        city: { kind: 'partner' },
        coop: { kind: 'partner' },
      },
      links: [
        ['f', 'finances', 'b', { cents: 1 }],
        ['f', 'finances', 'a', { cents: 10 }],
        ['f', 'finances', 'c', { cents: 100 }],
        ['city', 'commits', 'a', { role: 'insideLead' }],
        ['coop', 'commits', 'a', { role: 'outsideLead' }],
        ['coop', 'commits', 'b', { role: 'partner' }],
        ['coop', 'commits', 'c', { role: 'outsideLead' }],
      ],
    }).plan()
    expect(ledgerByLead(plan).map(({ leads, cents }) => [leads.join('+'), cents])).toEqual([
      ['city+coop', 10],
      ['coop', 100],
      ['', 1],
    ])
  })
})
