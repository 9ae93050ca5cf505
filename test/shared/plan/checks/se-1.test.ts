import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame, services, works } from '../../../builders/an-intervention.ts'

describe('[SE-1] at least one material and one immaterial action', () => {
  const verdict = (cards: Parameters<typeof aBoard>[0]) => aBoard(cards).findings('SE-1')

  it('[SE-1] holds with one of each; a digital action is immaterial', () => {
    expect(verdict({ cards: { frame: frame(), a: works(), b: services() } })[0]?.verdict).toBe('holds')
    expect(
      verdict({ cards: { frame: frame(), a: works(), b: action({ nature: 'digital' }) } })[0]?.verdict,
    ).toBe('holds')
  })

  it('[SE-1] fails when a side is missing, and says which', () => {
    const [allWorks] = verdict({ cards: { frame: frame(), a: works() } })
    expect(allWorks).toMatchObject({ verdict: 'fails', severity: 'error', intervention: 'frame' })
    expect(allWorks?.sentence.it).toBe('In «frame» ci sono solo azioni materiali.')
    expect(allWorks?.remedy.it).toContain('azione immateriale')
    const [allServices] = verdict({ cards: { frame: frame(), a: services() } })
    expect(allServices?.sentence.en).toBe('“frame” has immaterial actions only.')
  })

  it('[SE-1] is not yet known while the nature of an action could be the missing side', () => {
    const [finding] = verdict({ cards: { frame: frame(), a: works(), b: action({ title: 'Sportello' }) } })
    expect(finding).toMatchObject({ verdict: 'notYetKnown', cards: ['frame', 'b'] })
    expect(finding?.remedy.it).toBe('Indica la natura di «Sportello»: materiale, immateriale o digitale.')
  })

  it('[SE-1] says nothing of an empty frame nor of actions outside any', () => {
    expect(verdict({ cards: { frame: frame(), a: { kind: 'action', nature: 'material' } } })).toEqual([])
  })
})
