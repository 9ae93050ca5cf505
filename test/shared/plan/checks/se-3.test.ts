import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import type { CardSpec, LinkSpec } from '../../../builders/a-board.ts'
import { action, frame, services, works } from '../../../builders/an-intervention.ts'

describe('[SE-3] mature design or times that agree', () => {
  const enables: LinkSpec = ['works', 'enables', 'services']
  const verdict = (a: CardSpec, b: CardSpec, links: readonly LinkSpec[] = [enables]) =>
    aBoard({ cards: { frame: frame(), works: a, services: b }, links }).findings('SE-3')

  it('[SE-3] holds with a definitive or an executive design, whatever the dates', () => {
    for (const designLevel of ['definitive', 'executive'] as const)
      expect(
        verdict(works({ designLevel, end: '2022-12-31' }), services({ start: '2020-01-01' }))[0]?.verdict,
      ).toBe('holds')
  })

  it('[SE-3] holds when the works end before the services start, on the same day too', () => {
    expect(verdict(works({ end: '2019-12-31' }), services({ start: '2020-01-01' }))[0]?.verdict).toBe('holds')
    expect(verdict(works({ end: '2020-01-01' }), services({ start: '2020-01-01' }))[0]?.verdict).toBe('holds')
  })

  it('[SE-3] fails when an immature design ends too late', () => {
    const [finding] = verdict(
      works({ designLevel: 'preliminary', end: '2020-06-30' }),
      services({ start: '2020-01-01' }),
    )
    expect(finding).toMatchObject({ verdict: 'fails', cards: ['works', 'services'], intervention: 'frame' })
    expect(finding?.sentence.it).toBe(
      '«works» non ha un progetto maturo e finisce dopo l’avvio di «services».',
    )
    expect(finding?.links).toHaveLength(1)
  })

  it('[SE-3] accepts an overlap with its reason on the link', () => {
    const late = works({ designLevel: 'none', end: '2020-06-30' })
    const reason: LinkSpec = ['works', 'enables', 'services', { reason: 'si apre una portineria alla volta' }]
    expect(verdict(late, services({ start: '2020-01-01' }), [reason])[0]?.verdict).toBe('holds')
  })

  it('[SE-3] asks for the design level while it alone could save late works', () => {
    const [finding] = verdict(works({ end: '2020-06-30' }), services({ start: '2020-01-01' }))
    expect(finding).toMatchObject({ verdict: 'notYetKnown' })
    expect(finding?.remedy.it).toBe('Per «works» indica il livello di progettazione.')
  })

  it('[SE-3] asks for the design level or else for the dates while nothing is known', () => {
    expect(verdict(works(), services())[0]?.remedy).toEqual({
      it: 'Per «works» indica il livello di progettazione, oppure la data di fine e la data d’inizio di «services».',
      en: 'For “works” state the design level, or else the end date and the start date of “services”.',
    })
  })

  it('[SE-3] names each missing date', () => {
    const [finding] = verdict(works({ designLevel: 'feasibility' }), services())
    expect(finding).toMatchObject({ verdict: 'notYetKnown' })
    expect(finding?.remedy.it).toBe('Per «works» indica la data di fine e la data d’inizio di «services».')
  })

  it('[SE-3] asks which action is enabled when there is no link, and its nature when it is unsaid', () => {
    const immature = works({ designLevel: 'none', end: '2019-12-31' })
    expect(verdict(immature, services(), [])[0]?.remedy.it).toBe(
      'Per «works» indica quale azione immateriale abilita.',
    )
    expect(verdict(immature, action({ start: '2020-01-01' }))[0]?.remedy.it).toBe(
      'Per «works» indica la natura di «services».',
    )
  })

  it('[SE-3] is more severe where the programme says so, and says nothing without material actions', () => {
    const cards = { frame: frame(), works: works(), services: services() }
    expect(aBoard({ cards }).findings('SE-3')[0]?.severity).toBe('warning')
    expect(aBoard({ cards, programme: 'pn-metro-plus-2021-2027' }).findings('SE-3')[0]?.severity).toBe(
      'error',
    )
    expect(aBoard({ cards: { frame: frame(), a: services() } }).findings('SE-3')).toEqual([])
  })

  it('[SE-3] leaves it to SE-1 that no service stands beside the works, unless their design is mature', () => {
    const alone = (fields: object) =>
      aBoard({ cards: { frame: frame(), works: works(fields) } }).findings('SE-3')
    expect(alone({ designLevel: 'none' })).toEqual([])
    expect(alone({ designLevel: 'executive' })).toMatchObject([{ verdict: 'holds' }])
  })
})
