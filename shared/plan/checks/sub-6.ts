import { listHas, CODE_INDEX } from '../../programme/code-index.ts'
import type { Programme } from '../../programme/programme.ts'
import { DIMENSION_NAMES } from '../../programme/words.ts'
import { fill, type Act } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Sentence } from '../finding.ts'
import type { Action } from '../plan.ts'
import { listed, quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** Every code stands in its list. While a list is not verified what it lacks is a warning, never more. */
export const sub6: Check = {
  id: 'SUB-6',
  title: { it: 'I codici sono nei loro elenchi', en: 'Codes are in their lists' },
  run: eachAction(answersFor),
}

/** A code that was looked up. */
interface LookedUp {
  readonly words: Sentence
  readonly found: boolean
  /** Whether the list it was looked up in was read in its source. */
  readonly verified: boolean
  readonly act: Act
}

function answersFor(action: Action, programme: Programme): Answer[] {
  const codes = [
    ...objectives(action, programme),
    ...indicators(action, programme),
    ...classes(action, programme),
  ]
  if (codes.length === 0) return []
  const name = quoted(action)
  const strange = codes.filter(({ found }) => !found)
  const subject = {
    intervention: action.intervention,
    cards: [action.id, ...action.axes.map((axis) => axis.card)],
    unverified: strange.every(({ verified }) => !verified),
  }
  if (strange.length === 0)
    return [
      holds(subject, {
        it: `I codici di ${name.it} sono nei loro elenchi.`,
        en: `The codes of ${name.en} are in their lists.`,
      }),
    ]
  const words = listed(strange.map((code) => code.words))
  const doubt = subject.unverified
    ? { it: ' (elenco da verificare)', en: ' (the list is to be verified)' }
    : { it: '', en: '' }
  return [
    fails(
      subject,
      {
        it: `In ${name.it} non è in nessun elenco${doubt.it}: ${words.it}.`,
        en: `In ${name.en} this is in no list${doubt.en}: ${words.en}.`,
      },
      {
        it: 'Scegli il codice dall’elenco, o toglilo.',
        en: 'Choose the code from the list, or take it away.',
      },
      strange[0]?.act,
    ),
  ]
}

function objectives(action: Action, programme: Programme): LookedUp[] {
  return action.axes.flatMap(({ code, specificObjective, link }) => {
    const axis = programme.axes.find((one) => one.code === code)
    if (specificObjective === null || axis === undefined) return []
    return [
      {
        words: {
          it: `l’obiettivo specifico ${specificObjective}`,
          en: `specific objective ${specificObjective}`,
        },
        found: axis.specificObjectives.some((one) => one.code === specificObjective),
        verified: programme.verified,
        act: { kind: 'fillLink', card: action.id, link, field: 'specificObjective' },
      },
    ]
  })
}

function indicators(action: Action, { submission: { indicatorLists } }: Programme): LookedUp[] {
  if (indicatorLists.length === 0) return []
  return action.indicators.flatMap(({ code }) =>
    code === undefined || code.trim() === ''
      ? []
      : [
          {
            words: { it: `l’indicatore ${code}`, en: `indicator ${code}` },
            found: indicatorLists.some((list) => listHas(list, code)),
            verified: indicatorLists.every((list) => CODE_INDEX[list].verified),
            act: fill(action.id, 'indicators'),
          },
        ],
  )
}

function classes(action: Action, { submission: { lists } }: Programme): LookedUp[] {
  return action.classifications.flatMap(({ dimension, code }) => {
    const list = lists[dimension]
    if (list === undefined || code.trim() === '') return []
    const { it, en } = DIMENSION_NAMES[dimension]
    return [
      {
        words: { it: `${it} ${code}`, en: `${en} ${code}` },
        found: listHas(list, code),
        verified: CODE_INDEX[list].verified,
        act: fill(action.id, 'classifications'),
      },
    ]
  })
}
