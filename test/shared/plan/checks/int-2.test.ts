import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { frame, services, works } from '../../../builders/an-intervention.ts'

describe('[INT-2] more than one fund', () => {
  const cards = {
    frame: frame(),
    a: works(),
    b: services(),
    erdf: { kind: 'fund', fund: 'ERDF' },
    otherErdf: { kind: 'fund', fund: 'ERDF' },
    esf: { kind: 'fund', fund: 'ESF' },
    mixed: { kind: 'fund', fund: 'mixed' },
    unsaid: { kind: 'fund', title: 'Bando' },
  } as const

  it('[INT-2] holds with two sources, or with a card of several funds', () => {
    const two = aBoard({
      cards,
      links: [
        ['erdf', 'finances', 'a'],
        ['esf', 'finances', 'b'],
      ],
    })
    expect(two.findings('INT-2')[0]?.sentence.it).toBe('«frame» unisce più fonti: FESR e FSE.')
    const several = aBoard({ cards, links: [['mixed', 'finances', 'a']] })
    expect(several.findings('INT-2')[0]?.sentence.it).toBe('«frame» unisce più fonti in una scheda sola.')
  })

  it('[INT-2] fails with one source, on two cards too', () => {
    const { findings } = aBoard({
      cards,
      links: [
        ['erdf', 'finances', 'a'],
        ['otherErdf', 'finances', 'b'],
      ],
    })
    expect(findings('INT-2')[0]).toMatchObject({
      verdict: 'fails',
      severity: 'warning',
      act: { kind: 'search', card: 'a', link: 'finances', end: 'to' },
    })
    expect(findings('INT-2')[0]?.cards).toEqual(['frame', 'erdf', 'otherErdf'])
  })

  it('[INT-2] is not yet known without funds, or while a fund does not say its source', () => {
    expect(aBoard({ cards }).findings('INT-2')[0]?.verdict).toBe('notYetKnown')
    const unsaid = aBoard({
      cards,
      links: [
        ['erdf', 'finances', 'a'],
        ['unsaid', 'finances', 'b'],
      ],
    })
    expect(unsaid.findings('INT-2')[0]).toMatchObject({
      verdict: 'notYetKnown',
      remedy: { it: 'Indica la fonte di «Bando».' },
    })
  })
})
