import { remembered } from '../remembered.ts'
import type { Action, Partner, Plan } from '../plan/plan.ts'

/** Who leads an action in a role, in the order of the plan. */
export function leadsOf(
  action: Action,
  { partners }: Pick<Plan, 'partners'>,
  role: 'insideLead' | 'outsideLead',
): Partner[] {
  const places = placesOf(partners)
  const found = action.partners.flatMap((one) => (one.role === role ? (places.get(one.partner) ?? []) : []))
  return [...new Set(found)].sort((a, b) => a - b).flatMap((place) => partners[place] ?? [])
}

const placesOf = remembered(
  (partners: readonly Partner[]) => new Map(partners.map(({ id }, index) => [id, index])),
)

/** A code of sixteen characters is a person's: published lists mask persons with these very words. */
const isPerson = (partner: Partner): boolean => partner.taxCode?.replace(/\s/g, '').length === 16
export const publicTaxCode = (partner: Partner): string =>
  isPerson(partner) ? '*CODICE FISCALE*' : (partner.taxCode ?? '')
export const publicName = (partner: Partner): string => (isPerson(partner) ? '*INDIVIDUO*' : partner.title)
