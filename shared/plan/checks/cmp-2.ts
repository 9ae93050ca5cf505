import { THEME_NAMES } from '../../programme/words.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { COMPLEMENTS_OF_SOCIAL, policiesByPlace, type PoliciesOfPlace } from '../policies.ts'
import { listed, quotedWord } from '../wording.ts'

/**
 * The three pairs that the slides name: social inclusion with work, with educational poverty and schooling, with material
 * deprivation. Which of them stand on a place, contexts included: information, never a fault.
 */
export const cmp2: Check = {
  id: 'CMP-2',
  title: {
    it: 'Le politiche che si completano su un territorio',
    en: 'Policies that complement each other on a place',
  },
  run(plan) {
    return policiesByPlace(plan).map(answerFor)
  },
}

function answerFor({ place, cards, present }: PoliciesOfPlace): Answer {
  const where = quotedWord(place)
  const subject = { intervention: null, cards }
  const absent = COMPLEMENTS_OF_SOCIAL.filter((theme) => !present.includes(theme))
  const [there, missing] = [present, absent].map((list) => listed(list.map((theme) => THEME_NAMES[theme])))
  const social = THEME_NAMES.social
  if (absent.length === 0)
    return holds(subject, {
      it: `A ${where.it} ${social.it} sta insieme a ${there?.it ?? ''}.`,
      en: `In ${where.en} ${social.en} stands together with ${there?.en ?? ''}.`,
    })
  return fails(
    subject,
    present.length > 0
      ? {
          it: `A ${where.it} ${social.it} sta insieme a ${there?.it ?? ''}, non a ${missing?.it ?? ''}.`,
          en: `In ${where.en} ${social.en} stands together with ${there?.en ?? ''}, not with ${missing?.en ?? ''}.`,
        }
      : {
          it: `A ${where.it} non c’è nessuna delle coppie di politiche che si completano.`,
          en: `In ${where.en} there is none of the pairs of policies that complement each other.`,
        },
    {
      it: 'Guarda se qualcuno già se ne occupa lì, e mettilo sul tavolo come intervento in corso.',
      en: 'See whether somebody works on it there already, and put it on the table as a running intervention.',
    },
  )
}
