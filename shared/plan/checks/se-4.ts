import { fill } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import type { Action } from '../plan.ts'
import { dayOf, namesOf, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/** "All’interno dei tempi di attuazione del programma": every action starts and ends within the programme's period. */
export const se4: Check = {
  id: 'SE-4',
  title: {
    it: 'Tutto entro i tempi del programma',
    en: 'Everything within the programme’s period',
  },
  run: eachIntervention(({ intervention, actions }, { period }) => {
    const [start, end] = [dayOf(period.start), dayOf(period.end)]
    const doubt = period.verified ? { it: '', en: '' } : { it: ', da verificare', en: ', to be verified' }
    const span = {
      it: `nel periodo del programma (${start.it}–${end.it}${doubt.it})`,
      en: `within the programme’s period (${start.en} to ${end.en}${doubt.en})`,
    }
    const within = (date: string | null): boolean =>
      date === null || (date >= period.start && date <= period.end)
    const outside = (action: Action): boolean => !within(action.start) || !within(action.end)

    const name = quoted(intervention)
    const about = (some: readonly Action[]) => ({
      intervention: intervention.id,
      cards: [intervention.id, ...some.map((action) => action.id)],
    })
    const out = actions.filter(outside)
    const outNames = namesOf(out)
    if (out.length > 0)
      return fails(
        about(out),
        { it: `Non sta ${span.it}: ${outNames.it}.`, en: `Not ${span.en}: ${outNames.en}.` },
        {
          it: `Riporta le date di ${outNames.it} dentro il periodo, o togli dal piano ciò che ne esce.`,
          en: `Bring the dates of ${outNames.en} into the period, or take out of the plan what lies beyond it.`,
        },
        out[0] && fill(out[0].id, within(out[0].start) ? 'end' : 'start'),
      )
    const undated = actions.filter((action) => action.start === null || action.end === null)
    const undatedNames = namesOf(undated)
    if (undated.length > 0)
      return notYetKnown(
        about(undated),
        {
          it: `Non si sa ancora se ${name.it} sta ${span.it}.`,
          en: `It is not known yet whether ${name.en} lies ${span.en}.`,
        },
        {
          it: `Indica inizio e fine di ${undatedNames.it}.`,
          en: `State start and end of ${undatedNames.en}.`,
        },
        undated[0] && fill(undated[0].id, undated[0].start === null ? 'start' : 'end'),
      )
    return holds(about(actions), { it: `${name.it} sta ${span.it}.`, en: `${name.en} lies ${span.en}.` })
  }),
}
