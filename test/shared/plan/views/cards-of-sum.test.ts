import { describe, expect, it } from 'vitest'
import { cardsOfAxis, cardsOfIntervention, cardsOfYear } from '../../../../shared/plan/views/cards-of-sum.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { modelInput } from '../../formats/export-input.ts'

const { plan } = modelInput('quartieri-connessi')
const titlesOf = (ids: readonly CardId[]): string[] =>
  ids.map((id) => [...plan.axes, ...plan.actions].find((one) => one.id === id)?.title ?? '?')

describe('the cards behind a sum of the ledger', () => {
  it('are the cards of an axis, by its code', () => {
    expect(titlesOf(cardsOfAxis(plan, '3'))).toEqual(['Asse 3 · Servizi per l’inclusione sociale'])
  })

  it('are the actions where an axis has no card', () => {
    const without = { ...plan, axes: [] }
    expect(titlesOf(cardsOfAxis(without, '1'))).toEqual([
      'Piattaforma digitale come strumento di accesso agevolato alle informazioni',
    ])
  })

  it('are the actions that have money in a year, each once; what has no year stands under none', () => {
    const [first, ...rows] = plan.ledger.rows
    if (!first) throw new Error('no money')
    const dated = { ...first, years: { '2018': first.cents } }
    const ledger = { ...plan.ledger, rows: [dated, ...rows] }
    expect(cardsOfYear({ ledger }, '2018')).toEqual([first.action])
    expect(cardsOfYear({ ledger }, '2019')).toEqual([])
    expect(cardsOfYear({ ledger }, null)).toEqual([...new Set(rows.map(({ action }) => action))])
  })

  it('are the intervention itself, or the actions outside of any', () => {
    const [own] = plan.interventions
    if (!own) throw new Error('no intervention')
    expect(cardsOfIntervention(plan, own.id)).toEqual([own.id])
    expect(cardsOfIntervention(plan, null)).toEqual([])
  })
})
