import type { ParticipantId } from '../../../shared/ids.ts'
import { personName } from '../../board/person-name.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { seatsOf } from '../shell/seats.ts'
import type { Named } from './mentions.ts'
import { namesOf } from './names-of.ts'

/** What is known of somebody; a name may be missing. */
interface Known {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/** Somebody who can be called, with what they said of themselves. */
export interface Callable extends Named {
  /** The name they gave; empty for a guest or an organisation without one. */
  readonly given: string
}

type Table = Pick<BoardSession, 'presence' | 'talk' | 'me'>

/**
 * Who can be called at this table: who is here, and who said something before, each as the list of people calls them.
 * Oneself is left out.
 */
export function peopleAt(table: Table): Callable[] {
  return knownAt(table)
    .filter(({ id }) => id !== table.me.participant)
    .map((person) => ({
      id: person.id as ParticipantId,
      name: personName(person),
      given: person.name,
      organisation: person.organisation,
      colour: person.colour,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'))
}

/** Every name that may stand in a comment, oneself with the rest, whatever language its writer reads. */
export function namesAt(table: Table): string[] {
  return [...knownAt(table), table.me].flatMap(namesOf)
}

function knownAt({ presence, talk }: Table): Known[] {
  const people = new Map<string, Known>()
  for (const { key, ...seat } of seatsOf(presence.me, presence.others.values()))
    // A client the server has not named yet is nobody who could find their name later.
    if (key !== 'me' && !key.startsWith('client-')) people.set(key, { id: key, ...seat })
  for (const speaker of talk.speakers) if (!people.has(speaker.id)) people.set(speaker.id, speaker)
  return [...people.values()]
}
