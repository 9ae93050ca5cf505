import { describe, expect, it } from 'vitest'
import { isConsent, standingsOf, type Act } from '../../../shared/agreement/agreement.ts'
import type { CardId, ParticipantId } from '../../../shared/ids.ts'

const [COMUNE, COOP] = ['comune', 'coop'] as unknown as [CardId, CardId]
const [ANNA, BRUNO, CARLA] = ['anna', 'bruno', 'carla'] as unknown as [
  ParticipantId,
  ParticipantId,
  ParticipantId,
]
const parties = [
  { card: COMUNE, name: 'Comune' },
  { card: COOP, name: 'Cooperativa' },
]
const at = '2026-11-22T10:00:00.000Z'
const said = (
  party: CardId,
  by: ParticipantId,
  answer: 'agree' | 'abstain' | 'object',
  reason = '',
): Act => ({
  what: 'said',
  party,
  answer,
  reason,
  by,
  at,
})
const named = (party: CardId, delegate: ParticipantId | null): Act => ({
  what: 'named',
  party,
  delegate,
  by: ANNA,
  at,
})
const answersOf = (acts: Act[]) =>
  standingsOf({ parties, acts }).map(({ delegate, isNamed, said }) => [
    delegate,
    isNamed,
    said?.answer ?? null,
  ])

describe('where the partners stand', () => {
  it('is nowhere before anybody speaks', () => {
    expect(answersOf([])).toEqual([
      [null, false, null],
      [null, false, null],
    ])
  })

  it('who comes forward for a partner is its delegate, and may think again', () => {
    expect(answersOf([said(COOP, BRUNO, 'object', 'Costa troppo'), said(COOP, BRUNO, 'agree')])[1]).toEqual([
      BRUNO,
      false,
      'agree',
    ])
  })

  it('what was said no longer counts when somebody else is named, and still does when the same person is', () => {
    const acts = [said(COOP, BRUNO, 'agree')]
    expect(answersOf([...acts, named(COOP, CARLA)])[1]).toEqual([CARLA, true, null])
    expect(answersOf([...acts, named(COOP, BRUNO)])[1]).toEqual([BRUNO, true, 'agree'])
    expect(answersOf([...acts, named(COOP, null)])[1]).toEqual([null, false, null])
  })
})

describe('consent', () => {
  it.each<[string, Act[], boolean]>([
    ['nobody has spoken', [], false],
    ['one is missing', [said(COMUNE, ANNA, 'agree')], false],
    ['all agree', [said(COMUNE, ANNA, 'agree'), said(COOP, BRUNO, 'agree')], true],
    ['one abstains', [said(COMUNE, ANNA, 'agree'), said(COOP, BRUNO, 'abstain')], true],
    ['all abstain', [said(COMUNE, ANNA, 'abstain'), said(COOP, BRUNO, 'abstain')], false],
    ['one objects', [said(COMUNE, ANNA, 'agree'), said(COOP, BRUNO, 'object', 'no')], false],
    [
      'an objection is taken back',
      [said(COMUNE, ANNA, 'agree'), said(COOP, BRUNO, 'object', 'no'), said(COOP, BRUNO, 'abstain')],
      true,
    ],
    [
      'who had agreed is replaced',
      [said(COMUNE, ANNA, 'agree'), said(COOP, BRUNO, 'agree'), named(COOP, CARLA)],
      false,
    ],
  ])('%s', (_what, acts, expected) => {
    expect(isConsent({ parties, acts })).toBe(expected)
  })
})
