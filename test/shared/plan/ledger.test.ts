import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '../../../shared/money.ts'
import { aBoard } from '../../builders/a-board.ts'
import { anyBoard } from '../../builders/any-board.ts'
import { action, frame } from '../../builders/an-intervention.ts'

describe('the ledger', () => {
  it('adds up to one total however it is cut', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const { ledger, actions, interventions } = aBoard(spec).plan()
        const cuts = ['byFund', 'byAxis', 'bySource', 'byIntervention', 'byYear', 'byFundAndAxis'] as const
        for (const cut of cuts)
          expect(sum(ledger[cut].map((line) => line.cents)), cut).toBe(ledger.totalCents)
        expect(sum(actions.map((one) => one.fundedCents))).toBe(ledger.totalCents)
        expect(ledger.costCents - ledger.toCoverCents + ledger.overFinancedCents).toBe(ledger.totalCents)
        for (const one of interventions)
          expect(ledger.byIntervention).toContainEqual(
            expect.objectContaining({ key: one.id, cents: one.totalCents }),
          )
      }),
      { numRuns: 150 },
    )
  })

  it('names each key once in every cut', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const { ledger } = aBoard(spec).plan()
        for (const cut of [
          'byFund',
          'byAxis',
          'bySource',
          'byIntervention',
          'byYear',
          'byFundAndAxis',
        ] as const) {
          const keys = ledger[cut].map((line) => line.key)
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the money of contexts beside the total', () => {
    const { ledger } = aBoard({
      cards: { a: { kind: 'action' }, fund: { kind: 'fund' }, c: { kind: 'context', cents: 700 } },
      links: [
        ['fund', 'finances', 'a', { cents: 300 }],
        ['a', 'complements', 'c'],
      ],
    }).plan()
    expect([ledger.totalCents, ledger.contextCents]).toEqual([300, 700])
  })

  it('lists funds that give nothing yet, with their ceiling', () => {
    const { ledger } = aBoard({
      cards: { fund: { kind: 'fund', title: '', fund: 'ESF', ceilingCents: 900 } },
    }).plan()
    expect(ledger.byFund).toEqual([{ key: 'fund', title: 'FSE', cents: 0, ceilingCents: 900 }])
  })

  it('puts what no year takes under no year, last', () => {
    const { ledger } = aBoard({
      cards: { a: { kind: 'action' }, fund: { kind: 'fund' } },
      links: [['fund', 'finances', 'a', { cents: 1000, years: { 2025: 300, 2024: 200 } }]],
    }).plan()
    expect(ledger.byYear.map(({ key, title, cents }) => [key, title, cents])).toEqual([
      ['2024', '2024', 200],
      ['2025', '2025', 300],
      [null, 'Senza anno', 500],
    ])
  })

  it('sets money of actions outside interventions apart, and axes in their order', () => {
    const { ledger } = aBoard({
      cards: {
        frame: frame({ title: 'Quartieri' }),
        a: action(),
        b: { kind: 'action' },
        fund: { kind: 'fund', fund: 'ESF' },
        axis4: { kind: 'axis', axis: '4' },
        axis3: { kind: 'axis', axis: '3' },
      },
      links: [
        ['a', 'programmedUnder', 'axis4'],
        ['b', 'programmedUnder', 'axis3'],
        ['fund', 'finances', 'a', { cents: 1 }],
        ['fund', 'finances', 'b', { cents: 2 }],
      ],
    }).plan()
    expect(ledger.byIntervention.map((line) => [line.title, line.cents])).toEqual([
      ['Quartieri', 1],
      ['Fuori da interventi', 2],
    ])
    expect(ledger.byAxis.map((line) => line.title)).toEqual(['Asse 3', 'Asse 4'])
    expect(ledger.byFundAndAxis.map((line) => line.title)).toEqual(['FSE Asse 4', 'FSE Asse 3'])
  })

  it('speaks the words of the programme: Priorità and FSE+ in 2021-27', () => {
    const { ledger } = aBoard({
      programme: 'pn-metro-plus-2021-2027',
      cards: {
        a: { kind: 'action' },
        fund: { kind: 'fund', fund: 'ESF' },
        axis: { kind: 'axis', axis: '4' },
      },
      links: [
        ['a', 'programmedUnder', 'axis'],
        ['fund', 'finances', 'a', { cents: 1 }],
      ],
    }).plan()
    expect(ledger.byFundAndAxis.map((line) => line.title)).toEqual(['FSE+ Priorità 4'])
  })
})
