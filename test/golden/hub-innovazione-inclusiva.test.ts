import { describe, expect, it } from 'vitest'
import { integrationOf } from '../../shared/plan/integration.ts'
import { aTableWith } from '../builders/a-model.ts'

describe('HUB dell’innovazione inclusiva', () => {
  const table = aTableWith('hub-innovazione-inclusiva')
  const plan = table.plan()

  it('keeps the money of the two POR beside the ledger, never in it', () => {
    expect(plan.ledger.totalCents).toBe(389923543)
    expect(plan.contexts.map(({ programme, cents }) => [programme, cents])).toEqual([
      ['POR FESR', 120000000],
      ['POR FSE', 195000000],
    ])
    expect(plan.ledger.contextCents).toBe(315000000)
    expect(plan.ledger.totalCents + plan.ledger.contextCents).toBe(704923543)
    expect(plan.interventions[0]?.contextCents).toBe(315000000)
    const parts = [plan.ledger.byFund, plan.ledger.byAxis, plan.ledger.byIntervention, plan.ledger.byYear]
    for (const lines of parts) expect(lines.reduce((total, line) => total + line.cents, 0)).toBe(389923543)
  })

  it('leaves 137.500,00 of the declared PON Metro total unexplained', () => {
    expect(plan.ledger.declared).toEqual([
      {
        label: 'TOT. RISORSE PON Metro',
        programme: 'pon-metro-2014-2020',
        cents: 403673543,
        intervention: plan.interventions[0]?.id,
        computedCents: 389923543,
        unexplainedCents: 13750000,
      },
    ])
    const [finding] = table.findings('FIN-4')
    expect(finding?.verdict).toBe('fails')
    expect(finding?.sentence.it).toContain('137.500,00\u00a0€ senza spiegazione')
  })

  it('is one action under axes 1, 3 and 4 whose money is not shared out', () => {
    const [action, ...others] = plan.actions
    expect(others).toEqual([])
    expect(action?.axes.map((axis) => axis.code).sort()).toEqual(['1', '3', '4'])
    expect(integrationOf(plan.interventions[0]?.axes ?? []).word.it).toBe('Tripla 1·3·4')
    expect(plan.ledger.byAxis).toEqual([
      { key: null, title: 'Non ripartito', cents: 389923543, ceilingCents: null },
    ])
    expect(plan.ledger.byFundAndAxis.map((bar) => bar.title)).toEqual(['Più fondi non ripartito'])
  })

  it('brings three programmes to one place', () => {
    const onPlace = [
      ...plan.actions.filter((action) => action.places.includes('Lorenteggio')).flatMap((a) => a.funding),
      ...plan.contexts.filter((context) => context.places.includes('Lorenteggio')),
    ]
    expect(new Set(onPlace.map((one) => one.programme))).toEqual(
      new Set(['pon-metro-2014-2020', 'POR FESR', 'POR FSE']),
    )
  })

  it('does not pretend to know its nature or which fund pays which axis', () => {
    expect(plan.actions[0]?.nature).toBe(null)
    expect(table.findings('SE-1').map((finding) => finding.verdict)).toEqual(['notYetKnown'])
    expect(table.findings('FIN-3').map((finding) => finding.verdict)).toEqual(['notYetKnown'])
  })
})
