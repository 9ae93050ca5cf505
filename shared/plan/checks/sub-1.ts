import type { ActionDatum } from '../../programme/action-data.ts'
import type { Submission } from '../../programme/programme.ts'
import { DATUM_NAMES } from '../../programme/words.ts'
import { fill, search, type Act } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Sentence } from '../finding.ts'
import { has } from '../missing.ts'
import type { Action } from '../plan.ts'
import { listed, quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/** What must be said of an action that is handed in, and how long its texts may be: the pack's submission profile. */
export const sub1: Check = {
  id: 'SUB-1',
  title: {
    it: 'I dati obbligatori ci sono e stanno nelle lunghezze',
    en: 'Mandatory data is there and within its lengths',
  },
  run: eachAction((action, programme) => answerFor(action, programme.submission)),
}

function answerFor(action: Action, submission: Submission): Answer {
  const name = quoted(action)
  const subject = {
    intervention: action.intervention,
    cards: [action.id],
    unverified: !submission.verified,
  }
  const long = tooLong(action, submission)
  const [first] = long
  if (first) {
    const texts = listed(long.map(({ words }) => words))
    return fails(
      subject,
      {
        it: `In ${name.it} è troppo lungo: ${texts.it}.`,
        en: `In ${name.en} this is too long: ${texts.en}.`,
      },
      {
        it: 'Accorcia il testo: il resto non verrebbe letto.',
        en: 'Shorten the text: the rest would not be read.',
      },
      first.act,
    )
  }
  const missing = submission.mandatory.filter((datum) => !has(action, datum))
  const words = listed(missing.map((datum) => DATUM_NAMES[datum]))
  const [next] = missing
  return next === undefined
    ? holds(subject, { it: `${name.it} ha i dati obbligatori.`, en: `${name.en} has its mandatory data.` })
    : notYetKnown(
        subject,
        {
          it: `Per consegnare ${name.it} manca: ${words.it}.`,
          en: `To hand in ${name.en} this is missing: ${words.en}.`,
        },
        { it: `Scrivi: ${words.it}.`, en: `Write: ${words.en}.` },
        actOf(action, next),
      )
}

interface LongText {
  readonly words: Sentence
  readonly act: Act
}

function tooLong({ id, title, summary }: Action, { titleLimit, summaryLimit }: Submission): LongText[] {
  const longText = (datum: 'title' | 'summary', text: string, limit: number): LongText[] => {
    const over = text.length - limit
    if (over <= 0) return []
    const { it, en } = DATUM_NAMES[datum]
    return [
      {
        words: {
          it: `${it} (${over} caratteri oltre ${limit})`,
          en: `${en} (${over} characters beyond ${limit})`,
        },
        act: fill(id, datum === 'title' ? 'title' : 'body'),
      },
    ]
  }
  return [...longText('title', title, titleLimit), ...longText('summary', summary, summaryLimit)]
}

/** Where people write the datum. */
function actOf({ id }: Action, datum: ActionDatum): Act | undefined {
  switch (datum) {
    case 'title':
    case 'nature':
    case 'start':
    case 'end':
    case 'places':
    case 'operationCode':
    case 'cup':
      return fill(id, datum)
    case 'summary':
      return fill(id, 'body')
    case 'cost':
      return fill(id, 'costCents')
    case 'funding':
      return search(id, 'finances', 'to')
    case 'axis':
    case 'specificObjective':
      return search(id, 'programmedUnder', 'from')
    case 'lead':
      return search(id, 'commits', 'to')
  }
}
