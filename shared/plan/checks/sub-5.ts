import type { Programme } from '../../programme/programme.ts'
import { DIMENSION_NAMES } from '../../programme/words.ts'
import { fill } from '../act.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Action } from '../plan.ts'
import { listed, quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** What a structural fund pays is classified by the dimensions that the fund asks for. */
export const sub5: Check = {
  id: 'SUB-5',
  title: {
    it: 'Le classificazioni chieste dal fondo ci sono',
    en: 'The classifications the fund asks for are there',
  },
  run: eachAction(answersFor),
}

function answersFor(action: Action, programme: Programme): Answer[] {
  const { classifications, verified } = programme.submission
  const sources = action.funding
    .filter((row) => row.programme === programme.id)
    .flatMap((row) => row.source ?? [])
  const asked = [...new Set(sources.flatMap((source) => classifications[source] ?? []))]
  if (asked.length === 0) return []
  const name = quoted(action)
  const subject = { intervention: action.intervention, cards: [action.id], unverified: !verified }
  const missing = asked.filter(
    (dimension) =>
      !action.classifications.some((one) => one.dimension === dimension && one.code.trim() !== ''),
  )
  if (missing.length === 0)
    return [
      holds(subject, {
        it: `${name.it} ha le classificazioni che il fondo chiede.`,
        en: `${name.en} has the classifications its fund asks for.`,
      }),
    ]
  const words = listed(missing.map((dimension) => DIMENSION_NAMES[dimension]))
  return [
    notYetKnown(
      subject,
      {
        it: `Non si sa ancora come si classifica ${name.it}: ${words.it}.`,
        en: `It is not known yet how ${name.en} is classified: ${words.en}.`,
      },
      {
        it: 'Scegli i codici nelle classificazioni dell’azione.',
        en: 'Choose the codes in the classifications of the action.',
      },
      fill(action.id, 'classifications'),
    ),
  ]
}
