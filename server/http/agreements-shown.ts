import { standingsOf, stateOf } from '../../shared/agreement/agreement.ts'
import type { AgreementEntry } from '../store/registry-data.ts'
import type { Registry } from '../store/registry.ts'
import { personOf } from './people.ts'

/** An agreement as people see it: names are those of today, so that who was forgotten has none. */
export const shownAgreement = (registry: Registry, agreement: AgreementEntry) => ({
  id: agreement.id,
  label: agreement.label,
  note: agreement.note,
  state: stateOf(agreement),
  seq: agreement.seq,
  at: agreement.at,
  by: personOf(registry, agreement.by),
  /** The fingerprint of the plan: `plan.sha256` of its `plan.json`. */
  sha256: agreement.planSha256,
  boardRevision: agreement.boardSha256,
  cents: agreement.cents,
  ended: agreement.end && {
    at: agreement.end.at,
    by: agreement.end.by === null ? null : personOf(registry, agreement.end.by),
  },
  parties: standingsOf(agreement).map(({ card, name, delegate, isNamed, said }) => ({
    id: card,
    name,
    delegate: delegate === null ? null : personOf(registry, delegate),
    isNamed,
    answer: said?.answer ?? null,
    reason: said?.reason ?? '',
    at: said?.at ?? null,
  })),
  /** Everything that was said and decided, in its order. */
  acts: agreement.acts.map((act) => ({
    ...act,
    by: personOf(registry, act.by),
    ...(act.what === 'named' && {
      delegate: act.delegate === null ? null : personOf(registry, act.delegate),
    }),
  })),
})
