import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { ParticipantEntry } from './registry-data.ts'
import { byHash, entry, without } from './registry-entries.ts'

/** Adds a participant of a board; resolves once durable. Throws if the board is not there or the id is taken. */
export const addParticipant = (
  registry: Registry,
  participant: ParticipantEntry,
): Promise<ParticipantEntry> =>
  registry.change((data) => {
    const { id, board } = participant
    if (!entry(data.boards, board)) throw new Error(`Participant ${id}: board ${board} is not there`)
    if (entry(data.participants, id)) throw new Error(`Participant ${id} is there already`)
    return {
      data: { ...data, participants: { ...data.participants, [id]: participant } },
      result: participant,
    }
  })

export const participantById = (registry: Registry, id: ParticipantId): ParticipantEntry | null =>
  entry(registry.data.participants, id)

/** The participant whose token has this SHA-256 (hexadecimal). A token is good for one board: compare `board`. */
export const participantByTokenHash = (registry: Registry, hash: string): ParticipantEntry | null =>
  byHash(registry.data.participants, (participant) => participant.tokenHash, hash)

export const participantsOf = (registry: Registry, board: BoardId): readonly ParticipantEntry[] =>
  Object.values(registry.data.participants).filter((participant) => participant.board === board)

/** Changes how a participant is called; null if there is no such participant. */
export const updateParticipant = (
  registry: Registry,
  id: ParticipantId,
  change: Partial<Pick<ParticipantEntry, 'name' | 'organisation' | 'colour'>>,
): Promise<ParticipantEntry | null> =>
  registry.change((data) => {
    const before = entry(data.participants, id)
    if (!before) return { data, result: null }
    const after = { ...before, ...change }
    return { data: { ...data, participants: { ...data.participants, [id]: after } }, result: after }
  })

/** Forgets who somebody was: what they wrote stays, signed by an id that leads to nobody. */
export const removeParticipant = (registry: Registry, id: ParticipantId): Promise<boolean> =>
  registry.change((data) => {
    if (!entry(data.participants, id)) return { data, result: false }
    return {
      data: { ...data, participants: without(data.participants, (one) => one.id === id) },
      result: true,
    }
  })
