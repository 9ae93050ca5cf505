import { remembered } from '../../remembered.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { search } from '../act.ts'
import type { Need } from '../plan.ts'
import { quoted } from '../wording.ts'

/** Every need is answered by an action, or somebody says why it is not. Merged needs speak through another. */
export const cmp3: Check = {
  id: 'CMP-3',
  title: { it: 'Nessun bisogno resta senza risposta', en: 'No need is left without an answer' },
  run: (plan) => plan.needs.flatMap((need) => answersFor(need)),
}

const answersFor = remembered((need: Need): Answer[] => {
  const name = quoted(need)
  const subject = { intervention: null, cards: [need.id] }
  switch (need.fate.kind) {
    case 'merged':
      return []
    case 'raised':
      // A card that somebody has just put down says nothing yet.
      if (need.title.trim() === '' && need.text.trim() === '') return []
      return [
        fails(
          subject,
          { it: `Nessuna azione risponde a ${name.it}.`, en: `No action answers ${name.en}.` },
          {
            it: 'Collega un’azione a questo bisogno, uniscilo a uno uguale o scrivi perché non viene preso in carico.',
            en: 'Link an action to this need, merge it into an equal one or write why it is not taken up.',
          },
          search(need.id, 'answers', 'to'),
        ),
      ]
    case 'notTakenUp':
      return [
        holds(subject, {
          it: `${name.it} non viene preso in carico: ${need.fate.because}`,
          en: `${name.en} is not taken up: ${need.fate.because}`,
        }),
      ]
    case 'answered':
    case 'financed':
      return [
        holds(
          { ...subject, cards: [need.id, ...need.fate.actions] },
          { it: `${name.it} ha una risposta.`, en: `${name.en} has an answer.` },
        ),
      ]
  }
})
