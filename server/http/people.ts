import type { ParticipantId } from '../../shared/ids.ts'
import { guestOf } from '../../shared/protocol/person-colours.ts'
import type { Identity } from '../rooms/presence.ts'
import type { Registry } from '../store/registry.ts'
import { participantById } from '../store/registry-participants.ts'

/** Somebody as the others see them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/** Of somebody whose name was erased, or who came without one. */
const NO_COLOUR = '#5c6f82'

/** Who an id of the log stands for; null for the server itself. An id that leads to nobody is a person without a name. */
export function personOf(registry: Registry, actor: string): Person | null {
  if (actor === 'server') return null
  const known = participantById(registry, actor as ParticipantId)
  return known
    ? { id: known.id, name: known.name, organisation: known.organisation, colour: known.colour }
    : { id: actor, name: '', organisation: '', colour: NO_COLOUR }
}

/** The same for files: who gave neither a name nor an organisation is called as on the page, a guest of a colour. */
export function writerOf(registry: Registry, actor: string): Pick<Person, 'name' | 'organisation'> | null {
  const person = personOf(registry, actor)
  if (person === null) return null
  const { name, organisation, colour } = person
  return { name: name === '' && organisation === '' ? guestOf(colour) : name, organisation }
}

/** How somebody is shown to the others at the table. */
export function presentAs(registry: Registry, participant: ParticipantId): Omit<Identity, 'role'> {
  const known = participantById(registry, participant)
  return known
    ? { participant, name: known.name, organisation: known.organisation, colour: known.colour }
    : { participant: null, name: '', organisation: '', colour: NO_COLOUR }
}
