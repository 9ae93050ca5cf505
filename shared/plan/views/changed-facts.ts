import type { CardId, LinkId } from '../../ids.ts'
import type { Action, Plan } from '../plan.ts'

/** What somebody said of a card that stayed where it was: no card came, no euro moved. */
export interface ChangedFacts {
  /** Cards of the plan that are called otherwise now. */
  readonly renamed: readonly Renamed[]
  /** Actions whose dates are others now. */
  readonly rescheduled: readonly Rescheduled[]
  /** Commitments that are confirmed now and were not. */
  readonly confirmed: readonly ConfirmedPart[]
  /** Needs that are not taken up now, with the reason, and were open. */
  readonly refused: readonly { readonly id: CardId; readonly title: string }[]
}

export interface Renamed {
  readonly id: CardId
  readonly before: string
  readonly title: string
}

type Span = Pick<Action, 'start' | 'end'>

export interface Rescheduled {
  readonly id: CardId
  readonly title: string
  readonly before: Span
  readonly after: Span
}

export interface ConfirmedPart {
  readonly link: LinkId
  readonly partner: CardId
  readonly partnerTitle: string
  readonly actionTitle: string
}

type Compared = Pick<Plan, 'actions' | 'needs' | 'interventions' | 'axes' | 'funds' | 'partners' | 'contexts'>

export function changedFacts(before: Compared, after: Compared): ChangedFacts {
  const then = new Map(before.actions.map((action) => [action.id, action]))
  const open = new Map(before.needs.map(({ id, fate }) => [id, fate.kind !== 'notTakenUp']))
  const sure = new Set(before.actions.flatMap(confirmedOf).map(({ link }) => link))
  const names = new Map(after.partners.map(({ id, title }) => [id, title]))
  const titles = new Map(named(before).map(({ id, title }) => [id, title]))
  return {
    renamed: named(after).flatMap(({ id, title }) => {
      const old = titles.get(id)
      return old === undefined || old === title ? [] : [{ id, before: old, title }]
    }),
    rescheduled: after.actions.flatMap(({ id, title, start, end }) => {
      const old = then.get(id)
      if (!old || (old.start === start && old.end === end)) return []
      return [{ id, title, before: { start: old.start, end: old.end }, after: { start, end } }]
    }),
    confirmed: after.actions.flatMap((action) =>
      confirmedOf(action)
        .filter(({ link }) => !sure.has(link))
        .map(({ link, partner }) => ({
          link,
          partner,
          partnerTitle: names.get(partner) ?? '',
          actionTitle: action.title,
        })),
    ),
    refused: after.needs.filter(({ id, fate }) => fate.kind === 'notTakenUp' && open.get(id) !== false),
  }
}

const confirmedOf = ({ partners }: Action) => partners.filter(({ state }) => state === 'confirmed')

const named = (plan: Compared): readonly { readonly id: CardId; readonly title: string }[] => [
  ...plan.needs,
  ...plan.actions,
  ...plan.interventions,
  ...plan.axes,
  ...plan.funds,
  ...plan.partners,
  ...plan.contexts,
]
