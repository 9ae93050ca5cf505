import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Sentence } from '../finding.ts'
import { isImmaterial, isMaterial, membersOf } from '../members.ts'
import type { Action, Enabling } from '../plan.ts'
import { listed, namesOf, quoted } from '../wording.ts'

/**
 * "Le azioni infrastrutturali hanno un livello di progettazione matura e/o riguardano interventi da realizzare in tempi
 * coerenti": each material action is definitively designed, or ends before every immaterial action it enables starts. An
 * overlap with a reason on the link is accepted.
 */
export const se3: Check = {
  id: 'SE-3',
  title: {
    it: 'Progettazione matura o tempi coerenti',
    en: 'Mature design or times that agree',
  },
  run(plan) {
    const actions = new Map(plan.actions.map((action) => [action.id, action]))
    return membersOf(plan).flatMap((members) => {
      const alone = members.actions.every(isMaterial)
      return members.actions.filter(isMaterial).flatMap((action) => {
        const enabled = action.enables.flatMap((enabling) => actions.get(enabling.action) ?? [])
        return answersFor(action, enabled, alone)
      })
    })
  },
}

/** `alone`: no service stands beside the works. That they lack one is SE-1's to say; there are no times to compare. */
const answersFor = remembered((action: Action, targets: readonly Action[], alone: boolean): Answer[] => {
  const mature = action.designLevel === 'definitive' || action.designLevel === 'executive'
  return alone && !mature && action.enables.length === 0 ? [] : [answerFor(action, targets)]
})

function answerFor(action: Action, targets: readonly Action[]): Answer {
  const name = quoted(action)
  const alone = { intervention: action.intervention, cards: [action.id] }
  if (action.designLevel === 'definitive' || action.designLevel === 'executive')
    return holds(alone, {
      it: `La progettazione di ${name.it} è matura.`,
      en: `The design of ${name.en} is mature.`,
    })
  const { enabled, late, missing } = timesOf(action, targets)
  const subject = {
    ...alone,
    cards: [action.id, ...enabled.map((pair) => pair.action.id)],
    links: enabled.map((pair) => pair.enabling.link),
  }
  if (enabled.length > 0 && late.length === 0 && missing.length === 0)
    return holds(subject, {
      it: `I tempi di ${name.it} si accordano con le azioni che abilita.`,
      en: `The times of ${name.en} agree with the actions it enables.`,
    })
  if (late.length > 0 && action.designLevel !== null) {
    const names = namesOf(late)
    return fails(
      subject,
      {
        it: `${name.it} non ha un progetto maturo e finisce dopo l’avvio di ${names.it}.`,
        en: `${name.en} has no mature design and ends after ${names.en} starts.`,
      },
      {
        it: 'Sposta le date, porta il progetto al livello definitivo o scrivi sul collegamento perché la sovrapposizione va bene.',
        en: 'Move the dates, bring the design to the definitive level or write on the link why the overlap is fine.',
      },
      fill(action.id, 'end'),
    )
  }
  const asked = late.length > 0 ? DESIGN : askedFor(action, listed(missing))
  return notYetKnown(
    subject,
    {
      it: `Non si sa ancora se ${name.it} ha una progettazione matura o tempi coerenti con i servizi.`,
      en: `It is not known yet whether ${name.en} has a mature design or times that agree with the services.`,
    },
    { it: `Per ${name.it} indica ${asked.it}.`, en: `For ${name.en} state ${asked.en}.` },
    fill(action.id, action.designLevel === null ? 'designLevel' : 'end'),
  )
}

/** Either answer would do, so people are asked for one of the two. */
const askedFor = (action: Action, times: Sentence): Sentence =>
  action.designLevel === null
    ? { it: `${DESIGN.it}, oppure ${times.it}`, en: `${DESIGN.en}, or else ${times.en}` }
    : times

const DESIGN: Sentence = { it: 'il livello di progettazione', en: 'the design level' }

interface Times {
  readonly enabled: readonly { readonly enabling: Enabling; readonly action: Action }[]
  /** Enabled actions that start too early. */
  readonly late: readonly Action[]
  /** What is not said and would be needed. */
  readonly missing: readonly Sentence[]
}

function timesOf(action: Action, targets: readonly Action[]): Times {
  const pairs = action.enables.flatMap((enabling) => {
    const target = targets.find(({ id }) => id === enabling.action)
    return target && !isMaterial(target) ? [{ enabling, action: target }] : []
  })
  if (pairs.length === 0)
    return {
      enabled: [],
      late: [],
      missing: [{ it: 'quale azione immateriale abilita', en: 'which immaterial action it enables' }],
    }
  const open = pairs.filter(({ enabling }) => enabling.reason === '')
  const { end } = action
  const missing: Sentence[] = []
  if (end === null && open.length > 0) missing.push({ it: 'la data di fine', en: 'the end date' })
  for (const { action: target } of open) {
    const name = quoted(target)
    if (!isImmaterial(target)) missing.push({ it: `la natura di ${name.it}`, en: `the nature of ${name.en}` })
    if (target.start === null)
      missing.push({ it: `la data d’inizio di ${name.it}`, en: `the start date of ${name.en}` })
  }
  const late = open
    .map((pair) => pair.action)
    .filter((target) => isImmaterial(target) && end !== null && target.start !== null && end > target.start)
  return { enabled: pairs, late, missing }
}
