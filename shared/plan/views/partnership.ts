import type { CardId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import { groupedBy } from '../grouped-by.ts'
import type { Action, Commitment, Partner, Plan } from '../plan.ts'

/** One thing that a partner does in an action. */
export interface Part {
  readonly action: Action
  readonly commitment: Commitment
}

export interface PartnerLine {
  readonly partner: Partner
  /** In the reading order of the actions. */
  readonly parts: readonly Part[]
  /** What its commitments are worth in money, as far as anybody said. */
  readonly cents: Cents
  /** The part of it that its delegate has confirmed. */
  readonly confirmedCents: Cents
}

export interface ActionLeads {
  readonly action: Action
  /** Municipal sectors ("intramoenia") and partners ("extramoenia") that lead it. */
  readonly inside: readonly CardId[]
  readonly outside: readonly CardId[]
}

/** Which interventions a municipal sector leads actions of. */
export interface SectorLine {
  readonly partner: Partner
  /** Actions that it leads, by intervention in the order of the plan; `null` for those outside any. */
  readonly cells: readonly { readonly intervention: CardId | null; readonly actions: readonly CardId[] }[]
}

export interface Partnership {
  readonly lines: readonly PartnerLine[]
  readonly leads: readonly ActionLeads[]
  /** Actions with neither lead (PAR-3). */
  readonly withoutLead: readonly Action[]
  readonly sectors: readonly SectorLine[]
  readonly confirmed: number
  readonly proposed: number
  readonly cents: Cents
  readonly confirmedCents: Cents
}

/** Who is in the plan and brings what. To lead an action is a commitment too, as PAR-2 has it. */
export function partnershipOf(plan: Pick<Plan, 'partners' | 'actions' | 'interventions'>): Partnership {
  const parts = plan.actions.flatMap((action) =>
    action.partners.map((commitment): Part => ({ action, commitment })),
  )
  const byPartner = groupedBy(parts, ({ commitment }) => [commitment.partner])
  const lines = plan.partners.map((partner): PartnerLine => {
    const own = byPartner.get(partner.id) ?? []
    return { partner, parts: own, cents: worth(own), confirmedCents: worth(own.filter(isConfirmed)) }
  })
  const leads = plan.actions.map((action): ActionLeads => ({
    action,
    inside: inRole(action, 'insideLead'),
    outside: inRole(action, 'outsideLead'),
  }))
  return {
    lines,
    leads,
    withoutLead: leads.flatMap(({ action, inside, outside }) =>
      inside.length + outside.length === 0 ? [action] : [],
    ),
    sectors: sectorsOf(plan, leads),
    confirmed: parts.filter(isConfirmed).length,
    proposed: parts.filter((part) => !isConfirmed(part)).length,
    cents: worth(parts),
    confirmedCents: worth(parts.filter(isConfirmed)),
  }
}

/** Beside the role: spaces, hours, volunteers, money. */
export const commitsSomething = ({ commitment, value, cents }: Commitment): boolean =>
  commitment !== null || value.trim() !== '' || cents !== null

const isConfirmed = ({ commitment }: Part): boolean => commitment.state === 'confirmed'
const worth = (parts: readonly Part[]): Cents => sum(parts.map(({ commitment }) => commitment.cents ?? 0))

const inRole = ({ partners }: Action, role: Commitment['role']): CardId[] => [
  ...new Set(partners.filter((one) => one.role === role).map(({ partner }) => partner)),
]

function sectorsOf(
  { partners, interventions }: Pick<Plan, 'partners' | 'interventions'>,
  leads: readonly ActionLeads[],
): SectorLine[] {
  const groups = [...interventions.map(({ id }) => id), null]
  return partners
    .map((partner): SectorLine => {
      const own = leads.filter(({ inside }) => inside.includes(partner.id)).map(({ action }) => action)
      return {
        partner,
        cells: groups.map((intervention) => ({
          intervention,
          actions: own.filter((action) => action.intervention === intervention).map(({ id }) => id),
        })),
      }
    })
    .filter(({ cells }) => cells.some(({ actions }) => actions.length > 0))
}
