import { euro, sum } from '../../money.ts'
import { fails, holds } from '../answers.ts'
import type { Check } from '../check.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** The amounts by year of a financing row add up to the row. Rows without years have nothing to add up. */
export const fin5: Check = {
  id: 'FIN-5',
  title: { it: 'Gli anni sommano all’importo', en: 'The years add up to the amount' },
  run: eachAction((action) =>
    action.funding.flatMap((row) => {
      const years = Object.values(row.years)
      if (years.length === 0) return []
      const subject = {
        intervention: action.intervention,
        cards: [row.fund, action.id],
        links: [row.link],
      }
      const [fund, name] = [quoted({ title: row.fundTitle }), quoted(action)]
      const [total, byYear] = [euro(row.cents), sum(years)]
      if (byYear === row.cents)
        return [
          holds(subject, {
            it: `Gli anni di ${fund.it} per ${name.it} sommano a ${total}.`,
            en: `The years of ${fund.en} for ${name.en} add up to ${total}.`,
          }),
        ]
      const difference = euro(Math.abs(row.cents - byYear))
      return [
        fails(
          subject,
          {
            it: `Gli anni di ${fund.it} per ${name.it} sommano a ${euro(byYear)}, l’importo è ${total}: ${difference} di differenza.`,
            en: `The years of ${fund.en} for ${name.en} add up to ${euro(byYear)}, the amount is ${total}: a difference of ${difference}.`,
          },
          {
            it: 'Correggi un anno o l’importo del finanziamento.',
            en: 'Correct a year or the amount of the financing.',
          },
          { kind: 'fillLink', card: action.id, link: row.link, field: 'years' },
        ),
      ]
    }),
  ),
}
