import { search, type Act } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Check } from '../check.ts'
import type { Action } from '../plan.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** "Intramoenia / Extramoenia": every action has a lead, a sector of the municipality or a partner. */
export const par3: Check = {
  id: 'PAR-3',
  title: { it: 'Ogni azione ha un capofila', en: 'Every action has a lead' },
  run: eachAction((action) => {
    const name = quoted(action)
    const leads = action.partners.filter((partner) => partner.role !== 'partner')
    const involved = leads.length > 0 ? leads : action.partners
    const subject = {
      intervention: action.intervention,
      cards: [action.id, ...involved.map((partner) => partner.partner)],
      links: involved.map((partner) => partner.link),
    }
    return leads.length > 0
      ? holds(subject, { it: `${name.it} ha un capofila.`, en: `${name.en} has a lead.` })
      : fails(
          subject,
          { it: `${name.it} non ha un capofila.`, en: `${name.en} has no lead.` },
          {
            it: 'Collega un soggetto e indica se è capofila intramoenia (settore comunale) o extramoenia (partner).',
            en: 'Link a partner and say whether it leads from inside (municipal sector) or from outside (partner).',
          },
          leadOf(action),
        )
  }),
}

/** Who is there already may lead; otherwise somebody is looked for. */
function leadOf({ id, partners: [first, ...others] }: Action): Act {
  return first && others.length === 0
    ? { kind: 'fillLink', card: id, link: first.link, field: 'role' }
    : search(id, 'commits', 'to')
}
