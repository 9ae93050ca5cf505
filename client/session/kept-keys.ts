import type { BoardId } from '../../shared/ids.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import { readStoredJson, writeStored } from '../stored.ts'

/**
 * The keys that this browser has seen when they were made. The server shows each once and keeps only its hash: without
 * this, whoever opened a table could not pass its links on.
 */
export interface KeptKey {
  readonly role: Role
  readonly label: string
  readonly key: string
  /** Id by which the server lists and revokes it; null for the four made with the board. */
  readonly id: string | null
}

const PREFIX = 'tavolo.keys.'

export function keptKeys(board: BoardId): KeptKey[] {
  const value = readStoredJson(PREFIX + board)
  return Array.isArray(value) ? value.filter(isKept) : []
}

/** Adds keys to those kept of a board; returns false when the browser keeps nothing. */
export const keepKeys = (board: BoardId, keys: readonly KeptKey[]): boolean =>
  writeStored(PREFIX + board, JSON.stringify([...keptKeys(board), ...keys]))

/** After a key was revoked: its link is of no use any more. */
export function forgetKey(board: BoardId, key: string): void {
  writeStored(PREFIX + board, JSON.stringify(keptKeys(board).filter((kept) => kept.key !== key)))
}

/** The four keys of a new board, as kept ones. */
export const firstKeys = (keys: Readonly<Record<Role, string>>): KeptKey[] =>
  ROLES.map((role) => ({ role, label: '', key: keys[role], id: null }))

function isKept(value: unknown): value is KeptKey {
  const { role, key, label, id } = (value ?? {}) as Record<string, unknown>
  return (
    ROLES.includes(role as Role) &&
    typeof key === 'string' &&
    typeof label === 'string' &&
    (id === null || typeof id === 'string')
  )
}
