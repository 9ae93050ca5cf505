import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import type { Registry } from '../store/registry.ts'
import { isKeyGood, keyByHash } from '../store/registry-keys.ts'
import { organiserByHash } from '../store/registry-organisers.ts'
import { participantByTokenHash } from '../store/registry-participants.ts'
import { hashOf, sameHash } from './secrets.ts'

/** Who may open tables: the operator, or an organiser with a key of theirs. */
export interface Organiser {
  /** 'operator' or the id of an organiser. */
  readonly id: string
}

/** What a key lets its holder do at one board. */
export interface Membership {
  readonly role: Role
  readonly keyId: string
  /** Milliseconds since 1970; null for a key that does not expire. */
  readonly expiresMs: number | null
}

export type Entry =
  | { readonly kind: 'member'; readonly membership: Membership }
  /** A key that does not exist, was revoked or has expired. */
  | { readonly kind: 'unknownKey' }
  /** A good key of something else. */
  | { readonly kind: 'otherBoard' }

/** Decides who somebody is by what they hold. Pure but for the registry it reads. */
export interface Access {
  readonly registry: Registry
  readonly operatorHash: string
  readonly now: () => number
}

export function organiserWith({ registry, operatorHash }: Access, key: string): Organiser | null {
  const hash = hashOf(key)
  if (sameHash(hash, operatorHash)) return { id: 'operator' }
  const organiser = organiserByHash(registry, hash)
  return organiser && !organiser.revoked ? { id: organiser.id } : null
}

/** What a key opens at a board. The operator, who holds the disk anyway, counts as a facilitator everywhere. */
export function entryWith(access: Access, key: string, board: BoardId): Entry {
  const hash = hashOf(key)
  if (sameHash(hash, access.operatorHash))
    return { kind: 'member', membership: { role: 'facilitator', keyId: 'operator', expiresMs: null } }
  const found = keyByHash(access.registry, hash)
  if (!found || !isKeyGood(found, access.now()))
    return organiserWith(access, key) ? { kind: 'otherBoard' } : { kind: 'unknownKey' }
  if (found.board !== board) return { kind: 'otherBoard' }
  const expiresMs = found.expiresAt === null ? null : Date.parse(found.expiresAt)
  return { kind: 'member', membership: { role: found.role, keyId: found.id, expiresMs } }
}

/** The participant a token names at a board; null for a token of nobody there. */
export function participantWith({ registry }: Access, token: string, board: BoardId): ParticipantId | null {
  const participant = participantByTokenHash(registry, hashOf(token))
  return participant?.board === board ? participant.id : null
}

/** All who come with a key and no token are one participant. */
export const anonymousOf = (keyId: string): ParticipantId => `anonymous-${keyId}` as ParticipantId

export const isAnonymous = (participant: ParticipantId): boolean => participant.startsWith('anonymous-')
