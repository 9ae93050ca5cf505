import type { Theme } from '../../board/card.ts'
import { THEME_NAMES } from '../../programme/words.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import type { Action, Context } from '../plan.ts'
import { tagKey } from '../tags.ts'
import { themesOf } from '../themes.ts'
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
    const parts = [...plan.actions, ...plan.contexts].map((part) => ({
      part,
      themes: themesOf(part, plan.programme),
    }))
    const told = parts.filter(({ themes }) => themes.length > 0)
    const byPlace = groupedBy(told, ({ part }) => part.places.map(tagKey))
    return [...byPlace].map(([key, there]) => {
      const themes = new Set(there.flatMap((one) => one.themes))
      const place = there[0]?.part.places.find((tag) => tagKey(tag) === key) ?? key
      return answerFor(
        place,
        themes,
        there.map(({ part }) => part),
      )
    })
  },
}

const PARTNERS: readonly Theme[] = ['work', 'education', 'deprivation']

function answerFor(place: string, themes: ReadonlySet<Theme>, parts: readonly (Action | Context)[]): Answer {
  const where = quotedWord(place)
  const subject = { intervention: null, cards: parts.map(({ id }) => id) }
  const present = PARTNERS.filter((theme) => themes.has('social') && themes.has(theme))
  const absent = PARTNERS.filter((theme) => !present.includes(theme))
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
