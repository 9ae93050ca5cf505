import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Need } from '../plan.ts'
import { quoted } from '../wording.ts'

/** Of every need one knows who said it. A need that was merged lends its source to the one that speaks for it. */
export const need1: Check = {
  id: 'NEED-1',
  title: { it: 'Di ogni bisogno si sa chi l’ha detto', en: 'Of every need one knows who said it' },
  run({ needs }) {
    const byId = new Map(needs.map((need) => [need.id, need]))
    return needs
      .filter((need) => need.fate.kind !== 'merged' && (need.title.trim() !== '' || need.text.trim() !== ''))
      .map((need) =>
        answerFor(
          need,
          need.merged.flatMap((id) => byId.get(id) ?? []),
        ),
      )
  },
}

const answerFor = remembered((need: Need, merged: readonly Need[]): Answer => {
  const name = quoted(need)
  const source = [need, ...merged].map((one) => one.source).find((one) => one !== '')
  return source === undefined
    ? notYetKnown(
        { intervention: null, cards: [need.id] },
        { it: `Non si sa ancora chi ha detto ${name.it}.`, en: `It is not known yet who said ${name.en}.` },
        {
          it: 'Scrivi da chi viene: un’assemblea, un servizio, un gruppo di abitanti.',
          en: 'Write where it comes from: an assembly, a service, a group of residents.',
        },
        fill(need.id, 'source'),
      )
    : holds(
        { intervention: null, cards: [need.id, ...merged.map((one) => one.id)] },
        { it: `${name.it} viene da: ${source}.`, en: `${name.en} comes from: ${source}.` },
      )
})
