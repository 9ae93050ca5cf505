import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame, services, works } from '../../../builders/an-intervention.ts'

describe('[INT-3] an immaterial action that needs a place', () => {
  const room = services({ needsPlace: true, title: 'Sportello' })

  it('[INT-3] holds when a material action enables it', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: works(), room },
      links: [['a', 'enables', 'room']],
    })
    expect(findings('INT-3')).toMatchObject([{ verdict: 'holds', cards: ['room', 'a'] }])
  })

  it('[INT-3] fails when none does; another service is no place', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: services(), room },
      links: [['a', 'enables', 'room']],
    })
    expect(findings('INT-3')).toMatchObject([{ verdict: 'fails', intervention: 'frame' }])
    expect(findings('INT-3')[0]?.sentence.it).toBe(
      '«Sportello» ha bisogno di un luogo e nessuna azione materiale lo prepara.',
    )
  })

  it('[INT-3] is not yet known while the nature of what enables it is unsaid', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: action(), room },
      links: [['a', 'enables', 'room']],
    })
    expect(findings('INT-3')).toMatchObject([
      { verdict: 'notYetKnown', remedy: { it: 'Indica se «a» è un’azione materiale.' } },
    ])
  })

  it('[INT-3] says nothing of actions that need no place, and speaks of those outside frames too', () => {
    expect(aBoard({ cards: { frame: frame(), a: services() } }).findings('INT-3')).toEqual([])
    const loose = aBoard({ cards: { a: { kind: 'action', nature: 'digital', needsPlace: true } } })
    expect(loose.findings('INT-3')).toMatchObject([{ verdict: 'fails', intervention: null }])
  })
})
