import { PERSON_COLOURS } from '../../../shared/protocol/person-colours.ts'
import { personName } from '../../board/person-name.ts'
import { m } from '../../paraglide/messages.js'
import { locales } from '../../paraglide/runtime.js'

/**
 * How each person at the table reads somebody's name: a guest is called in the reader's language. Beside `personName`,
 * because the page that opens a board needs one language only.
 */
export function namesOf(person: Parameters<typeof personName>[0]): string[] {
  const { name, organisation, colour } = person
  const nth = name === '' && organisation === '' ? (PERSON_COLOURS as readonly string[]).indexOf(colour) : -1
  if (nth < 0) return [personName(person)]
  return locales.map((locale) => {
    const word = m.person_colours({}, { locale }).split(' ')[nth] ?? ''
    return m.person_guest({ colour: word }, { locale })
  })
}
