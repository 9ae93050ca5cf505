import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Check } from '../check.ts'
import { isCup } from '../codes.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** A CUP has the form of one. Whether it exists only OpenCUP knows. */
export const sub7: Check = {
  id: 'SUB-7',
  title: { it: 'Il CUP ha la forma giusta', en: 'The CUP has the right form' },
  run: eachAction((action) => {
    if (action.cup === null) return []
    const name = quoted(action)
    const subject = { intervention: action.intervention, cards: [action.id] }
    return [
      isCup(action.cup)
        ? holds(subject, {
            it: `Il CUP di ${name.it} ha la forma giusta; che esista va visto in OpenCUP.`,
            en: `The CUP of ${name.en} has the right form; whether it exists is for OpenCUP to say.`,
          })
        : fails(
            subject,
            { it: `${action.cup} non è un CUP: ${name.it}.`, en: `${action.cup} is no CUP: ${name.en}.` },
            {
              it: 'Ricopia il CUP: 15 caratteri, come J89I24000140001.',
              en: 'Copy the CUP again: 15 characters, such as J89I24000140001.',
            },
            fill(action.id, 'cup'),
          ),
    ]
  }),
}
