import type { City, Programme } from '../../programme/programme.ts'
import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { operationCodeParts } from '../codes.ts'
import type { Sentence } from '../finding.ts'
import type { Action } from '../plan.ts'
import { quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/**
 * An operation code is made as the programme says and names the city of the board, the axis and the objective under which
 * the action stands (`BR5.4.11.1a`: Brindisi, priority 5, ESO4.11). Compared without spaces.
 */
export const sub10: Check = {
  id: 'SUB-10',
  title: {
    it: 'Il codice operazione è della sua città, del suo asse e obiettivo',
    en: 'The operation code fits its city, axis and objective',
  },
  run: eachAction(answersFor),
}

function answersFor(action: Action, programme: Programme, city: City | null): Answer[] {
  const code = action.operationCode
  if (code === null) return []
  const name = quoted(action)
  const wrong = operationCodeMistake(code, action, programme, city)
  const subject = {
    intervention: action.intervention,
    cards: [action.id, ...action.axes.map((axis) => axis.card)],
    unverified: !programme.operationCode.verified || wrong?.unverified === true,
  }
  return [
    wrong === null
      ? holds(subject, {
          it: `Il codice ${code} di ${name.it} è fatto come chiede il programma.`,
          en: `The code ${code} of ${name.en} is made as the programme asks.`,
        })
      : fails(
          subject,
          {
            it: `Il codice ${code} di ${name.it} ${wrong.it}.`,
            en: `The code ${code} of ${name.en} ${wrong.en}.`,
          },
          wrong.remedy,
          fill(action.id, 'operationCode'),
        ),
  ]
}

/** What is wrong with an operation code, as the end of a sentence that begins with it, and how it is mended. */
export interface OperationCodeMistake extends Sentence {
  readonly remedy: Sentence
  /** It rests on the letters of a city that nobody verified. */
  readonly unverified?: true
}

const REMEDY = {
  it: 'Correggi il codice, o l’asse e l’obiettivo a cui l’azione è collegata.',
  en: 'Correct the code, or the axis and objective to which the action is linked.',
}

/** What is wrong with an operation code; null when nothing is. A city whose letters nobody knows is not compared. */
export function operationCodeMistake(
  code: string,
  { axes }: Pick<Action, 'axes'>,
  { operationCode, axisWord }: Programme,
  city: City | null,
): OperationCodeMistake | null {
  const parts = operationCodeParts(code, operationCode.pattern)
  if (parts === null)
    return {
      it: `non è fatto come ${operationCode.example}`,
      en: `is not made like ${operationCode.example}`,
      remedy: REMEDY,
    }
  if (city && parts.city !== null && city.prefix !== '' && parts.city !== city.prefix)
    return {
      it: `comincia con ${parts.city}, il tavolo è di ${city.name} (${city.prefix})`,
      en: `begins with ${parts.city}, the board is of ${city.name} (${city.prefix})`,
      remedy: city.prefixVerified
        ? { it: 'Correggi il codice.', en: 'Correct the code.' }
        : {
            it: `Controlla il codice: che ${city.prefix} sia la sigla di ${city.name} è da verificare.`,
            en: `Check the code: that ${city.prefix} stands for ${city.name} is to be verified.`,
          },
      ...(!city.prefixVerified && { unverified: true }),
    }
  const codes = axes.flatMap((axis) => axis.code ?? [])
  if (parts.axis !== null && codes.length > 0 && !codes.includes(parts.axis))
    return {
      it: `è di ${axisWord.it} ${parts.axis}, l’azione sta sotto ${axisWord.it} ${codes.join(', ')}`,
      en: `is of ${axisWord.en} ${parts.axis}, the action stands under ${axisWord.en} ${codes.join(', ')}`,
      remedy: REMEDY,
    }
  const objectives = axes.flatMap((axis) => axis.specificObjective ?? [])
  if (
    parts.objective !== null &&
    objectives.length > 0 &&
    !objectives.some((one) => digitsOf(one) === parts.objective)
  )
    return {
      it: `è dell’obiettivo ${parts.objective}, l’azione è collegata a ${objectives.join(', ')}`,
      en: `is of objective ${parts.objective}, the action is linked to ${objectives.join(', ')}`,
      remedy: REMEDY,
    }
  return null
}

/** `ESO4.11` and `4.11` are one. */
const digitsOf = (objective: string): string => objective.replace(/^[A-Z]+/i, '')
