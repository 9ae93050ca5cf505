import { fill } from '../act.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Action } from '../plan.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** An action that is handed in says what will be counted and up to how many: an output indicator with its target. */
export const sub4: Check = {
  id: 'SUB-4',
  title: {
    it: 'Ogni azione ha un indicatore di output con il suo valore',
    en: 'Every action has an output indicator with its target',
  },
  run: eachAction(answerFor),
}

function answerFor(action: Action): Answer {
  const name = quoted(action)
  const subject = { intervention: action.intervention, cards: [action.id] }
  const outputs = action.indicators.filter(
    ({ type, label, code }) => type === 'output' && (label.trim() !== '' || (code ?? '') !== ''),
  )
  if (outputs.some(({ target }) => target !== undefined))
    return holds(subject, {
      it: `${name.it} dice che cosa conterà e fino a quanto.`,
      en: `${name.en} says what it will count and up to how many.`,
    })
  return outputs.length === 0
    ? notYetKnown(
        subject,
        {
          it: `Non si sa ancora con quale indicatore di output si misura ${name.it}.`,
          en: `It is not known yet by which output indicator ${name.en} is measured.`,
        },
        {
          it: 'Aggiungi un indicatore di output: che cosa si conta e quanto se ne prevede.',
          en: 'Add an output indicator: what is counted and how much of it is expected.',
        },
        { kind: 'addIndicator', action: action.id },
      )
    : notYetKnown(
        subject,
        {
          it: `Non si sa ancora quale valore dell’indicatore raggiungerà ${name.it}.`,
          en: `It is not known yet which value of its indicator ${name.en} will reach.`,
        },
        {
          it: 'Scrivi il valore previsto dell’indicatore.',
          en: 'Write the expected value of the indicator.',
        },
        fill(action.id, 'indicators'),
      )
}
