import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PartyStanding } from '../../../client/agreement/agreement-api.ts'
import { maySpeakAs } from '../../../client/agreement/may-speak.ts'
import { maySpeak, standingsOf, type Act } from '../../../shared/agreement/agreement.ts'
import type { CardId, ParticipantId } from '../../../shared/ids.ts'

const CARDS = ['comune', 'coop', 'rete'] as unknown as readonly CardId[]
const PEOPLE = ['anna', 'bruno', 'carla'] as unknown as readonly ParticipantId[]
const card = fc.constantFrom(...CARDS)
const person = fc.constantFrom(...PEOPLE)
const at = '2026-11-22T10:00:00.000Z'
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    what: fc.constant('named' as const),
    party: card,
    delegate: fc.option(person),
    by: person,
    at: fc.constant(at),
  }),
  fc.record({
    what: fc.constant('said' as const),
    party: card,
    answer: fc.constantFrom('agree' as const, 'abstain' as const),
    reason: fc.constant(''),
    by: person,
    at: fc.constant(at),
  }),
)

it('offers the partners that the server will let a person answer for, and no other', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), person, fc.boolean(), (acts, me, canWrite) => {
      const agreement = { parties: CARDS.map((one) => ({ card: one, name: one })), acts }
      const parties: PartyStanding[] = standingsOf(agreement).map(
        ({ card: id, name, delegate, isNamed }) => ({
          id,
          name,
          delegate: delegate && { id: delegate, name: '', organisation: '', colour: '' },
          isNamed,
          answer: null,
          reason: '',
          at: null,
        }),
      )
      expect(maySpeakAs({ parties }, me, canWrite).map(({ id }) => id)).toEqual(
        CARDS.filter((one) => maySpeak(agreement, one, me, canWrite)),
      )
    }),
  )
})

it('offers nothing to somebody without a name', () => {
  expect(maySpeakAs({ parties: [] }, null, true)).toEqual([])
})
