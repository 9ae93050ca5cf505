import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import { integrationOf } from '../integration.ts'
import { namesOf, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/** "Integrazione tra Assi (anche triplice)": how many axes the actions of an intervention join. Information, a badge. */
export const int1: Check = {
  id: 'INT-1',
  title: { it: 'Integrazione tra assi', en: 'Integration across axes' },
  run: eachIntervention(({ intervention, actions }, { axisWord }) => {
    const name = quoted(intervention)
    const axes = actions.flatMap((action) => action.axes)
    const subject = {
      intervention: intervention.id,
      cards: [intervention.id, ...new Set(axes.map((axis) => axis.card))],
    }
    const { count, word } = integrationOf(intervention.axes)
    if (count >= 2)
      return holds(subject, {
        it: `${name.it} integra più assi: ${word.it}.`,
        en: `${name.en} joins several axes: ${word.en}.`,
      })
    const uncoded = axes.filter((axis) => axis.code === null)
    if (uncoded.length > 0) {
      const names = namesOf(uncoded)
      return notYetKnown(
        { ...subject, cards: [intervention.id, ...new Set(uncoded.map((axis) => axis.card))] },
        {
          it: `Non si sa ancora quanti assi unisce ${name.it}.`,
          en: `It is not known yet how many axes ${name.en} joins.`,
        },
        { it: `Scegli nel programma: ${names.it}.`, en: `Choose from the programme: ${names.en}.` },
        uncoded[0] && fill(uncoded[0].card, 'axis'),
      )
    }
    if (count === 0)
      return notYetKnown(
        subject,
        {
          it: `Le azioni di ${name.it} non sono ancora collegate al programma.`,
          en: `The actions of ${name.en} are not linked to the programme yet.`,
        },
        {
          it: `Collega le azioni di ${name.it} alla scheda «${axisWord.it}» sotto cui stanno.`,
          en: `Link the actions of ${name.en} to the “${axisWord.en}” card under which they stand.`,
        },
        actions[0] && search(actions[0].id, 'programmedUnder', 'from'),
      )
    return fails(
      subject,
      {
        it: `${name.it} sta sotto un solo asse (${word.it}).`,
        en: `${name.en} stands under one axis only (${word.en}).`,
      },
      {
        it: 'Valuta se un’azione di un altro asse renderebbe l’intervento più completo.',
        en: 'Consider whether an action under another axis would make the intervention more complete.',
      },
    )
  }),
}
