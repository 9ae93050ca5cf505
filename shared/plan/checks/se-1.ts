import { fill } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import { isImmaterial, isMaterial } from '../members.ts'
import { namesOf, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/** "Integrazione tra azioni materiali ed immateriali": an intervention has at least one of each. */
export const se1: Check = {
  id: 'SE-1',
  title: {
    it: 'Almeno un’azione materiale e una immateriale',
    en: 'At least one material and one immaterial action',
  },
  run: eachIntervention(({ intervention, actions }) => {
    const name = quoted(intervention)
    const subject = { intervention: intervention.id, cards: [intervention.id, ...intervention.actions] }
    const material = actions.some(isMaterial)
    if (material && actions.some(isImmaterial))
      return holds(subject, {
        it: `${name.it} unisce azioni materiali e immateriali.`,
        en: `${name.en} joins material and immaterial actions.`,
      })
    const unsaid = actions.filter((action) => action.nature === null)
    if (unsaid.length > 0) {
      const names = namesOf(unsaid)
      return notYetKnown(
        { ...subject, cards: [intervention.id, ...unsaid.map((action) => action.id)] },
        {
          it: `In ${name.it} non si sa ancora se le azioni sono materiali e immateriali.`,
          en: `In ${name.en} it is not known yet whether the actions are material and immaterial.`,
        },
        {
          it: `Indica la natura di ${names.it}: materiale, immateriale o digitale.`,
          en: `State the nature of ${names.en}: material, immaterial or digital.`,
        },
        unsaid[0] && fill(unsaid[0].id, 'nature'),
      )
    }
    return material
      ? fails(
          subject,
          {
            it: `In ${name.it} ci sono solo azioni materiali.`,
            en: `${name.en} has material actions only.`,
          },
          {
            it: 'Aggiungi almeno un’azione immateriale, per esempio i servizi che vivranno negli spazi.',
            en: 'Add at least one immaterial action, such as the services that will live in the spaces.',
          },
        )
      : fails(
          subject,
          {
            it: `In ${name.it} ci sono solo azioni immateriali.`,
            en: `${name.en} has immaterial actions only.`,
          },
          {
            it: 'Aggiungi almeno un’azione materiale, per esempio i lavori o le attrezzature che servono.',
            en: 'Add at least one material action, such as the works or the equipment needed.',
          },
        )
  }),
}
