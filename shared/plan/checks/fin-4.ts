import { euro } from '../../money.ts'
import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { membersOf, type Members } from '../members.ts'
import type { DeclaredCheck } from '../plan.ts'
import { quoted, quotedWord } from '../wording.ts'

/**
 * A declared total is the total computed within that programme in that intervention. A difference is shown with its
 * amount; neither total is ever written over the other.
 */
export const fin4: Check = {
  id: 'FIN-4',
  title: { it: 'Il totale dichiarato è quello calcolato', en: 'The declared total is the computed one' },
  run(plan) {
    const members = new Map(membersOf(plan).map((one) => [one.intervention.id, one]))
    return plan.ledger.declared.flatMap((declared) => {
      const found = members.get(declared.intervention)
      return found ? [answerFor(declared, found)] : []
    })
  },
}

const answerFor = remembered((declared: DeclaredCheck, { intervention, actions }: Members): Answer => {
  const name = quoted(intervention)
  const label = quotedWord(declared.label)
  const rows = actions.flatMap((action) => action.funding)
  const subject = {
    intervention: intervention.id,
    cards: [intervention.id, ...intervention.actions],
    links: rows.map((row) => row.link),
  }
  const [stated, computed] = [euro(declared.cents), euro(declared.computedCents)]
  if (declared.unexplainedCents === 0)
    return holds(subject, {
      it: `In ${name.it} il totale dichiarato ${label.it} è uguale a quello calcolato: ${computed}.`,
      en: `In ${name.en} the declared total ${label.en} equals the computed one: ${computed}.`,
    })
  const difference = euro(Math.abs(declared.unexplainedCents))
  return fails(
    subject,
    declared.unexplainedCents > 0
      ? {
          it: `In ${name.it} il totale dichiarato ${label.it} è ${stated}, quello calcolato ${computed}: restano ${difference} senza spiegazione.`,
          en: `In ${name.en} the declared total ${label.en} is ${stated}, the computed one ${computed}: ${difference} are unexplained.`,
        }
      : {
          it: `In ${name.it} il totale calcolato è ${computed}, ${difference} più di quello dichiarato ${label.it}: ${stated}.`,
          en: `In ${name.en} the computed total is ${computed}, ${difference} more than the declared ${label.en}: ${stated}.`,
        },
    {
      it: 'Cerca l’importo che manca o è di troppo, o scrivi nell’intervento da che cosa viene la differenza.',
      en: 'Look for the amount that is missing or in excess, or write in the intervention where the difference comes from.',
    },
    fill(intervention.id, 'declared'),
  )
})
