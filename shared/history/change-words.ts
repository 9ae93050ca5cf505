import type { LinkKind } from '../board/link.ts'
import { euro } from '../money.ts'
import type { Sentence } from '../plan/finding.ts'
import type { Changed, Financed, Name, OfLinks, Relinked } from './fact.ts'
import { valueWords } from './value-words.ts'
import { FIELD_NAMES, fromThe, LINKS, ofThe, say, short } from './words.ts'

/** `ha cambiato il costo dell’azione «Sede» in 562.500,00 €: prima 400.000,00 €`. */
export function changeOf(whose: Sentence, key: string, before: unknown, after: unknown): Sentence {
  const field = fieldName(key)
  const [old, now] = [valueWords(key, before), valueWords(key, after)]
  const [it, en] = [`${field.it} ${whose.it}`, `${field.en} of ${whose.en}`]
  if (old && now)
    return say(
      `ha cambiato ${it} in ${now.it}: prima ${old.it}`,
      `changed ${en} to ${now.en}: before ${old.en}`,
    )
  if (now) return say(`ha indicato ${it}: ${now.it}`, `stated ${en}: ${now.en}`)
  return old
    ? say(`ha tolto ${it}: prima ${old.it}`, `took away ${en}: before ${old.en}`)
    : say(`ha cambiato ${it}`, `changed ${en}`)
}

const fieldName = (field: string): Sentence =>
  (Object.hasOwn(FIELD_NAMES, field) ? FIELD_NAMES[field] : undefined) ??
  say(`il campo ${field}`, `the field ${field}`)

export const changedWords = ({ names, before, after }: Changed, field: string): Sentence =>
  changeOf(ofThe(names[0] ?? { kind: 'note', title: '' }), field, before, after)

export function relinkedWords({ link, ends, field, before, after }: Relinked): Sentence {
  const whole = jointOf(link, ends)
  return changeOf(say(`del collegamento ${whole.it}`, `the link ${whole.en}`), field, before, after)
}

export function linkWords({ kind, link, ends, links }: OfLinks): Sentence {
  const isMade = kind === 'linked'
  const count = links.length
  if (!link || !ends)
    return isMade
      ? say(`ha fatto ${count} collegamenti`, `made ${count} links`)
      : say(`ha tolto ${count} collegamenti`, `removed ${count} links`)
  const whole = jointOf(link, ends)
  return isMade
    ? say(`ha collegato: ${whole.it}`, `linked: ${whole.en}`)
    : say(`ha tolto il collegamento: ${whole.it}`, `removed the link: ${whole.en}`)
}

/** `«Sede» risponde a «Spazi per i giovani»`. */
function jointOf(link: LinkKind, [from, to]: readonly [Name, Name]): Sentence {
  const [one, other, verb] = [short(from), short(to), LINKS[link]]
  return say(`${one.it} ${verb.it} ${other.it}`, `${one.en} ${verb.en} ${other.en}`)
}

/** `ha finanziato «Sede» con 562.500,00 € dal fondo «FSE»: prima 400.000,00 €`. */
export function financedWords({ ends: [fund, action], before, after }: Financed): Sentence {
  const [what, from] = [short(action), fromThe(fund)]
  const then = before === null ? say('', '') : say(`: prima ${euro(before)}`, `: before ${euro(before)}`)
  return after === null
    ? say(
        `ha tolto a ${what.it} l’importo ${from.it}${then.it}`,
        `took away the amount for ${what.en} from ${from.en}${then.en}`,
      )
    : say(
        `ha finanziato ${what.it} con ${euro(after)} ${from.it}${then.it}`,
        `financed ${what.en} with ${euro(after)} from ${from.en}${then.en}`,
      )
}
