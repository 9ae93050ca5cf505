import { search } from '../act.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Action } from '../plan.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** An action that is handed in stands under an axis, and under a specific objective of each axis. */
export const sub3: Check = {
  id: 'SUB-3',
  title: {
    it: 'Ogni azione ha asse e obiettivo specifico',
    en: 'Every action has an axis and a specific objective',
  },
  run: eachAction((action, programme) => answerFor(action, programme.axisWord)),
}

function answerFor(action: Action, axisWord: { readonly it: string; readonly en: string }): Answer {
  const name = quoted(action)
  const subject = {
    intervention: action.intervention,
    cards: [action.id, ...action.axes.map((axis) => axis.card)],
    links: action.axes.map((axis) => axis.link),
  }
  const [word, enWord] = [axisWord.it.toLowerCase(), axisWord.en.toLowerCase()]
  if (action.axes.length === 0)
    return notYetKnown(
      subject,
      {
        it: `Non si sa ancora sotto quale ${word} sta ${name.it}.`,
        en: `It is not known yet under which ${enWord} ${name.en} stands.`,
      },
      {
        it: `Collega l’azione alla sua scheda «${axisWord.it}».`,
        en: `Link the action to its “${axisWord.en}” card.`,
      },
      search(action.id, 'programmedUnder', 'from'),
    )
  const open = action.axes.filter((axis) => axis.specificObjective === null)
  const [first] = open
  return first === undefined
    ? holds(subject, {
        it: `${name.it} ha un obiettivo specifico.`,
        en: `${name.en} has a specific objective.`,
      })
    : notYetKnown(
        subject,
        {
          it: `Non si sa ancora a quale obiettivo specifico concorre ${name.it}.`,
          en: `It is not known yet to which specific objective ${name.en} contributes.`,
        },
        {
          it: `Scegli l’obiettivo specifico accanto a «${axisWord.it}».`,
          en: `Choose the specific objective next to “${axisWord.en}”.`,
        },
        { kind: 'fillLink', card: action.id, link: first.link, field: 'specificObjective' },
      )
}
