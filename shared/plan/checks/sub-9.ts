import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Check } from '../check.ts'
import { dayOf, quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** Nothing ends before it starts. Asked of actions with both dates; how they follow each other is SE-3's question. */
export const sub9: Check = {
  id: 'SUB-9',
  title: { it: 'Le date sono in ordine', en: 'Dates are in order' },
  run: eachAction((action) => {
    const { start, end } = action
    if (start === null || end === null) return []
    const name = quoted(action)
    const subject = { intervention: action.intervention, cards: [action.id] }
    const [from, to] = [dayOf(start), dayOf(end)]
    return [
      start <= end
        ? holds(subject, {
            it: `${name.it} va dal ${from.it} al ${to.it}.`,
            en: `${name.en} goes from ${from.en} to ${to.en}.`,
          })
        : fails(
            subject,
            {
              it: `${name.it} finisce il ${to.it}, prima di cominciare il ${from.it}.`,
              en: `${name.en} ends on ${to.en}, before it starts on ${from.en}.`,
            },
            { it: 'Correggi l’inizio o la fine.', en: 'Correct the start or the end.' },
            fill(action.id, 'end'),
          ),
    ]
  }),
}
