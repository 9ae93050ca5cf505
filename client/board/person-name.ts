import { PERSON_COLOURS } from '../../shared/protocol/person-colours.ts'
import { m } from '../paraglide/messages.js'

interface Named {
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/**
 * How somebody at the table is called: by their name, else by their organisation, else as a guest of the colour in which
 * everybody sees them, so that two who gave no name are told apart.
 */
export function personName({ name, organisation, colour }: Named): string {
  if (name !== '' || organisation !== '') return name || organisation
  const nth = (PERSON_COLOURS as readonly string[]).indexOf(colour)
  const word = nth < 0 ? undefined : m.person_colours().split(' ')[nth]
  return word === undefined ? m.somebody() : m.person_guest({ colour: word })
}
