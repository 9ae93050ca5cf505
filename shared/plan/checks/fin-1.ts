import { euro } from '../../money.ts'
import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** What an action costs is what finances it; else it is to be covered or financed beyond need. */
export const fin1: Check = {
  id: 'FIN-1',
  title: { it: 'Il costo è coperto', en: 'The cost is covered' },
  run: eachAction((action) => {
    const name = quoted(action)
    const { costCents, fundedCents } = action
    const subject = {
      intervention: action.intervention,
      cards: [action.id, ...new Set(action.funding.map((row) => row.fund))],
      links: action.funding.map((row) => row.link),
    }
    if (costCents === null)
      return notYetKnown(
        subject,
        {
          it: `Non si sa ancora quanto costa ${name.it}; i fondi collegati danno ${euro(fundedCents)}.`,
          en: `It is not known yet what ${name.en} costs; the funds linked to it give ${euro(fundedCents)}.`,
        },
        { it: `Scrivi il costo di ${name.it}.`, en: `Write the cost of ${name.en}.` },
        fill(action.id, 'costCents'),
      )
    if (costCents === fundedCents)
      return holds(subject, {
        it: `${name.it} costa ${euro(costCents)} ed è coperta.`,
        en: `${name.en} costs ${euro(costCents)} and is covered.`,
      })
    const difference = euro(Math.abs(costCents - fundedCents))
    return costCents > fundedCents
      ? fails(
          subject,
          {
            it: `Per ${name.it} restano da coprire ${difference} su ${euro(costCents)}.`,
            en: `${difference} of the ${euro(costCents)} of ${name.en} are still to be covered.`,
          },
          {
            it: 'Collega un altro fondo, aumenta un importo o correggi il costo.',
            en: 'Link another fund, raise an amount or correct the cost.',
          },
          search(action.id, 'finances', 'to'),
        )
      : fails(
          subject,
          {
            it: `${name.it} è finanziata ${difference} oltre il suo costo di ${euro(costCents)}.`,
            en: `${name.en} is financed ${difference} beyond its cost of ${euro(costCents)}.`,
          },
          {
            it: 'Riduci un importo o correggi il costo.',
            en: 'Lower an amount or correct the cost.',
          },
          fill(action.id, 'costCents'),
        )
  }),
}
