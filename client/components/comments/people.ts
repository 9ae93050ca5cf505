import type { ParticipantId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { seatsOf } from '../shell/seats.ts'
import type { Named } from './mentions.ts'

/** Who can be called by name at this table: who is here, and who said something before. Oneself is left out. */
export function peopleAt(session: BoardSession): Named[] {
  const { presence, talk, me } = session
  const people = new Map<string, Named>()
  const add = (id: string, name: string, organisation: string, colour: string): void => {
    if (name !== '' && id !== me.participant && !people.has(id))
      people.set(id, { id: id as ParticipantId, name, organisation, colour })
  }
  for (const { key, name, organisation, colour } of seatsOf(presence.me, presence.others.values()))
    if (!key.startsWith('client-')) add(key, name, organisation, colour)
  for (const { id, name, organisation, colour } of talk.speakers) add(id, name, organisation, colour)
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'))
}
