import { describe, expect, it } from 'vitest'
import { saysOfPlan } from '../../../client/components/outline/says.ts'
import { companyOf } from '../../../client/components/outline/who-is-where.ts'
import type { Person } from '../../../client/board/presence.svelte.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard } from '../../builders/a-board.ts'

const { plan } = aBoard({
  cards: {
    frame: { kind: 'intervention', at: [0, 0], size: [600, 600], spaces: 9 },
    services: {
      kind: 'action',
      title: 'Servizi di prossimità',
      at: [20, 60],
      intervention: 'frame',
      nature: 'immaterial',
      costCents: 60000000,
      start: '2020-01-01',
    },
    need: { kind: 'need', title: 'Un posto dove incontrarsi', source: 'Comitato inquilini' },
    axis: { kind: 'axis', title: 'Asse 3', axis: '3' },
    fund: { kind: 'fund', title: 'FSE', fund: 'ESF', ceilingCents: 100000000 },
    partner: { kind: 'partner', title: 'La Strada', partnerType: 'cooperative' },
    note: { kind: 'note', title: 'Una nota' },
  },
  links: [
    ['services', 'answers', 'need'],
    ['services', 'programmedUnder', 'axis', { specificObjective: '3.3' }],
    ['fund', 'finances', 'services', { cents: 56250000 }],
    ['partner', 'commits', 'services'],
  ],
})
const says = saysOfPlan(plan())
const of = (id: string): { words: string; amount: string } => says(id as CardId)

describe('what a row says of its card', () => {
  it('an action: its need, its axis, its fund and what is still to cover', () => {
    const { words, amount } = of('services')
    expect(words).toContain('risponde a «Un posto dove incontrarsi»')
    expect(words).toContain('Asse 3, 3.3')
    expect(words).toContain('FSE')
    expect(words).toContain('37.500,00\u00a0€ da coprire')
    expect(words).toContain('01/01/2020')
    expect(amount).toBe('562.500,00\u00a0€')
  })

  it('a need: who said it and what became of it', () => {
    expect(of('need').words).toContain('Comitato inquilini')
    expect(of('need').words).toContain('562.500,00\u00a0€ da FSE')
  })

  it('an intervention, an axis, a fund and a partner: what they hold together', () => {
    expect(of('frame')).toMatchObject({ amount: '562.500,00\u00a0€' })
    expect(of('frame').words).toContain('9 spazi')
    expect(of('axis')).toEqual({ words: '1 azione', amount: '562.500,00\u00a0€' })
    expect(of('fund').words).toContain('su 1.000.000,00\u00a0€')
    expect(of('partner').words).toContain('«Servizi di prossimità»')
  })

  it('nothing, where there is nothing to say', () => expect(of('note')).toEqual({ words: '', amount: '' }))
})

describe('who is at a card', () => {
  const person = (name: string, editing: string | null, selection: string[]): Person => ({
    client: 1,
    name,
    organisation: '',
    colour: '#006644',
    participant: null,
    cursor: null,
    selection: selection as CardId[],
    editing: editing as CardId | null,
    drag: null,
    caret: null,
    look: null,
    follows: null,
    gathers: null,
    role: 'editor',
  })

  it('is told by name, at the card they write in rather than those they chose', () => {
    const company = companyOf(
      [person('Anna', 'need', ['axis']), person('Bruno', null, ['need']), person('', null, ['fund'])],
      ({ name }) => name || 'Ospite blu',
    )
    expect(company.get('need' as CardId)).toEqual({ names: 'Anna, Bruno', colour: '#006644' })
    expect(company.has('axis' as CardId)).toBe(false)
    expect(company.get('fund' as CardId)?.names).toBe('Ospite blu')
  })
})
