import { fill } from '../act.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** An action that is handed in says where it takes place. */
export const sub2: Check = {
  id: 'SUB-2',
  title: { it: 'Ogni azione ha un territorio', en: 'Every action has a place' },
  run: eachAction((action) => {
    const name = quoted(action)
    const subject = { intervention: action.intervention, cards: [action.id] }
    return action.places.length > 0
      ? holds(subject, {
          it: `Si sa dove si fa ${name.it}.`,
          en: `It is known where ${name.en} takes place.`,
        })
      : notYetKnown(
          subject,
          {
            it: `Non si sa ancora dove si fa ${name.it}.`,
            en: `It is not known yet where ${name.en} takes place.`,
          },
          { it: 'Indica il territorio dell’azione.', en: 'State the place of the action.' },
          fill(action.id, 'places'),
        )
  }),
}
