import { fundName } from '../../programme/fund-name.ts'
import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import { listed, namesOf, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/** "Rafforzare l’integrazione tra fondi": an intervention paid by one source alone is pointed out. */
export const int2: Check = {
  id: 'INT-2',
  title: { it: 'Più di un fondo', en: 'More than one fund' },
  run: eachIntervention(({ intervention, actions }, programme) => {
    const name = quoted(intervention)
    const rows = actions.flatMap((action) => action.funding)
    const subject = {
      intervention: intervention.id,
      cards: [intervention.id, ...new Set(rows.map((row) => row.fund))],
    }
    const named = intervention.funds.filter((source) => source !== 'mixed')
    const names = listed(named.map((source) => fundName(programme, source)))
    // A card that says "several funds" is by itself more than one.
    if (named.length < intervention.funds.length)
      return holds(subject, {
        it: `${name.it} unisce più fonti in una scheda sola.`,
        en: `${name.en} joins several sources in one card.`,
      })
    if (named.length > 1)
      return holds(subject, {
        it: `${name.it} unisce più fonti: ${names.it}.`,
        en: `${name.en} joins several sources: ${names.en}.`,
      })
    if (rows.length === 0)
      return notYetKnown(
        subject,
        {
          it: `Non si sa ancora quali fondi pagano ${name.it}.`,
          en: `It is not known yet which funds pay ${name.en}.`,
        },
        {
          it: `Collega almeno un fondo alle azioni di ${name.it}.`,
          en: `Link at least one fund to the actions of ${name.en}.`,
        },
        actions[0] && search(actions[0].id, 'finances', 'to'),
      )
    const unsaid = rows.filter((row) => row.source === null)
    if (unsaid.length > 0) {
      const cards = new Map(unsaid.map((row) => [row.fund, { title: row.fundTitle }]))
      const funds = namesOf([...cards.values()])
      return notYetKnown(
        { ...subject, cards: [intervention.id, ...cards.keys()] },
        {
          it: `Non si sa ancora se ${name.it} unisce più fonti.`,
          en: `It is not known yet whether ${name.en} joins several sources.`,
        },
        { it: `Indica la fonte di ${funds.it}.`, en: `State the source of ${funds.en}.` },
        unsaid[0] && fill(unsaid[0].fund, 'fund'),
      )
    }
    return fails(
      subject,
      {
        it: `${name.it} è pagato da una sola fonte: ${names.it}.`,
        en: `${name.en} is paid by one source only: ${names.en}.`,
      },
      {
        it: 'Valuta quale altro fondo può pagare lavori o servizi che mancano.',
        en: 'Consider which other fund could pay for works or services that are missing.',
      },
      actions[0] && search(actions[0].id, 'finances', 'to'),
    )
  }),
}
