import { describe, expect, it } from 'vitest'
import { ofKind } from '../../shared/board/board.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { euro } from '../../shared/money.ts'
import { integrationOf } from '../../shared/plan/integration.ts'
import { aTableWith } from '../builders/a-model.ts'

describe('Quartieri Connessi', () => {
  const table = aTableWith('quartieri-connessi')
  const plan = table.plan()
  const [intervention] = plan.interventions

  it('adds up to 3.029.519,50 €, as the slide declares', () => {
    expect(plan.ledger.totalCents).toBe(302951950)
    expect(euro(plan.ledger.totalCents)).toBe('3.029.519,50\u00a0€')
    expect(plan.ledger.declared).toEqual([
      expect.objectContaining({ cents: 302951950, computedCents: 302951950, unexplainedCents: 0 }),
    ])
    expect(table.findings('FIN-4').map((finding) => finding.verdict)).toEqual(['holds'])
  })

  it('has the amounts of the slide under axes 4, 3 and 1', () => {
    expect(plan.ledger.byAxis.map(({ key, title, cents }) => [key, title, cents])).toEqual([
      ['1', 'Asse 1', 135468750],
      ['3', 'Asse 3', 56250000],
      ['4', 'Asse 4', 111233200],
    ])
    expect(plan.ledger.byFundAndAxis.map(({ title, cents }) => [title, cents])).toEqual([
      ['FESR Asse 4', 111233200],
      ['FSE Asse 3', 56250000],
      ['FESR Asse 1', 135468750],
    ])
    expect(plan.ledger.byFund.map(({ title, cents }) => [title, cents])).toEqual([
      ['FESR', 246701950],
      ['FSE', 56250000],
    ])
  })

  it('joins three axes in 9 spaces', () => {
    expect(intervention?.axes).toEqual(['1', '3', '4'])
    expect(integrationOf(intervention?.axes ?? []).word).toEqual({ it: 'Tripla 1·3·4', en: 'Triple 1·3·4' })
    expect(intervention?.spaces).toBe(9)
    expect(table.findings('INT-1')[0]?.sentence.it).toBe(
      '«Quartieri Connessi» integra più assi: Tripla 1·3·4.',
    )
  })

  it('joins material and immaterial actions, and the premises enable the services', () => {
    expect(table.findings('SE-1').map((finding) => finding.verdict)).toEqual(['holds'])
    expect(table.findings('INT-3').map((finding) => finding.verdict)).toEqual(['holds'])
    expect(table.findings('FIN-1').map((finding) => finding.verdict)).toEqual(['holds', 'holds', 'holds'])
    expect(table.findings('FIN-3').map((finding) => finding.verdict)).toEqual(['holds', 'holds', 'holds'])
  })

  it('leaves open what the slides do not say', () => {
    expect(plan.actions.every((action) => action.designLevel === null && action.start === null)).toBe(true)
    expect(table.findings('SE-3').map((finding) => finding.verdict)).toEqual(['notYetKnown'])
    expect(table.findings('SE-4').map((finding) => finding.verdict)).toEqual(['notYetKnown'])
    expect(plan.actions.map((action) => action.inferred)).toEqual([
      ['nature', 'costCents', 'needs'],
      ['nature', 'costCents', 'needs'],
      ['costCents'],
    ])
  })

  it('turns from triple to double when the platform is taken away', () => {
    const smaller = aTableWith('quartieri-connessi')
    const platform = ofKind(smaller.board().cards.values(), 'action').find(
      (card) => card.nature === 'digital',
    )
    trashCards(smaller.doc, platform ? [platform.id] : [])
    const [left] = smaller.plan().interventions
    expect(integrationOf(left?.axes ?? []).word.it).toBe('Doppia 3·4')
    expect(smaller.plan().ledger.totalCents).toBe(302951950 - 135468750)
    expect(smaller.findings('FIN-4')[0]?.verdict).toBe('fails')
  })
})
