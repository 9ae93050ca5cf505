import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { action, frame } from '../../../builders/an-intervention.ts'

describe('[INT-1] integration across axes', () => {
  const axes = {
    axis3: { kind: 'axis', axis: '3' },
    axis4: { kind: 'axis', axis: '4' },
    blank: { kind: 'axis', title: 'Asse da scegliere' },
  } as const

  it('[INT-1] holds when actions of one intervention stand under several axes', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: action(), b: action(), ...axes },
      links: [
        ['a', 'programmedUnder', 'axis4'],
        ['b', 'programmedUnder', 'axis3'],
        ['b', 'programmedUnder', 'axis4'],
      ],
    })
    const [finding] = findings('INT-1')
    expect(finding).toMatchObject({ verdict: 'holds', severity: 'information' })
    expect(finding?.sentence).toEqual({
      it: '«frame» integra più assi: Doppia 3·4.',
      en: '“frame” joins several axes: Double 3·4.',
    })
  })

  it('[INT-1] fails on a single axis', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), a: action(), ...axes },
      links: [['a', 'programmedUnder', 'axis4']],
    })
    expect(findings('INT-1')[0]).toMatchObject({ verdict: 'fails', cards: ['frame', 'axis4'] })
  })

  it('[INT-1] is not yet known without axes, or while a card does not say which axis it is', () => {
    const unlinked = aBoard({ cards: { frame: frame(), a: action(), ...axes } })
    expect(unlinked.findings('INT-1')[0]?.verdict).toBe('notYetKnown')
    expect(unlinked.findings('INT-1')[0]?.remedy.it).toContain('alla scheda «Asse»')
    const blank = aBoard({
      cards: { frame: frame(), a: action(), ...axes },
      links: [
        ['a', 'programmedUnder', 'axis4'],
        ['a', 'programmedUnder', 'blank'],
      ],
    })
    expect(blank.findings('INT-1')[0]).toMatchObject({
      verdict: 'notYetKnown',
      remedy: { it: 'Scegli nel programma: «Asse da scegliere».' },
    })
  })

  it('[INT-1] does not count the axes of other interventions', () => {
    const { findings } = aBoard({
      cards: { frame: frame(), other: frame(), a: action(), b: action({ intervention: 'other' }), ...axes },
      links: [
        ['a', 'programmedUnder', 'axis4'],
        ['b', 'programmedUnder', 'axis3'],
      ],
    })
    expect(findings('INT-1').map((finding) => finding.verdict)).toEqual(['fails', 'fails'])
  })
})
