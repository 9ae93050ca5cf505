import { remembered } from '../../remembered.ts'
import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import { isImmaterial, isMaterial } from '../members.ts'
import type { Action } from '../plan.ts'
import { namesOf, quoted } from '../wording.ts'

/** An immaterial action that needs a place has a material action that provides it (`enables`). */
export const int3: Check = {
  id: 'INT-3',
  title: {
    it: 'Chi ha bisogno di un luogo ha i lavori che lo preparano',
    en: 'What needs a place has the works that provide it',
  },
  run(plan) {
    const enabling = groupedBy(plan.actions, (action) => action.enables.map((link) => link.action))
    return plan.actions
      .filter((action) => action.needsPlace && isImmaterial(action))
      .map((action) => answerFor(action, enabling.get(action.id) ?? []))
  },
}

const answerFor = remembered((action: Action, enablers: readonly Action[]): Answer => {
  const name = quoted(action)
  const subject = {
    intervention: action.intervention,
    cards: [action.id, ...enablers.map((enabler) => enabler.id)],
  }
  const material = enablers.filter(isMaterial)
  if (material.length > 0) {
    const names = namesOf(material)
    return holds(subject, {
      it: `Il luogo di ${name.it} viene da ${names.it}.`,
      en: `The place of ${name.en} comes from ${names.en}.`,
    })
  }
  const unsaid = enablers.filter((enabler) => enabler.nature === null)
  if (unsaid.length > 0) {
    const names = namesOf(unsaid)
    return notYetKnown(
      subject,
      {
        it: `Non si sa ancora se ciò che abilita ${name.it} prepara un luogo.`,
        en: `It is not known yet whether what enables ${name.en} provides a place.`,
      },
      {
        it: `Indica se ${names.it} è un’azione materiale.`,
        en: `State whether ${names.en} is a material action.`,
      },
      unsaid[0] && fill(unsaid[0].id, 'nature'),
    )
  }
  return fails(
    subject,
    {
      it: `${name.it} ha bisogno di un luogo e nessuna azione materiale lo prepara.`,
      en: `${name.en} needs a place and no material action provides it.`,
    },
    {
      it: `Collega a ${name.it} l’azione materiale che la abilita, o togli il segno che serve un luogo.`,
      en: `Link to ${name.en} the material action that enables it, or take off the mark that a place is needed.`,
    },
    search(action.id, 'enables', 'to'),
  )
})
