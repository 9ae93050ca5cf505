import type { BoardId } from '../../shared/ids.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import type { CreatedBoard } from '../api.ts'
import { readStoredJson, writeStored } from '../stored.ts'
import { pathOf } from './board-link.ts'

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
  /** Address under which the operator publishes the server, when it is not the one this browser used. */
  readonly base: string | null
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

/** The four keys of a new board, as kept ones. `urls` are the links as the server would write them. */
export const firstKeys = ({ keys, urls }: Pick<CreatedBoard, 'keys' | 'urls'>, ourHost: string): KeptKey[] =>
  ROLES.map((role) => ({
    role,
    label: '',
    key: keys[role],
    id: null,
    base: publishedBase(urls[role], ourHost),
  }))

/**
 * The origin of a link that the server wrote, when its host is not the one we came by: then the operator has set a public
 * address. With the same host ours is better: a server behind a proxy does not know that it is reached by https.
 */
export function publishedBase(url: string, ourHost: string): string | null {
  const [origin, host] = /^https?:\/\/([^/#?]+)/.exec(url) ?? []
  return origin === undefined || host === ourHost ? null : origin
}

/** The link that a person receives; a contributor's leads to the phone page. */
export const linkOf = (board: BoardId, { role, key, base }: KeptKey): string =>
  (base ?? location.origin) + pathOf(role === 'contributor' ? 'p' : 'b', board, key)

function isKept(value: unknown): value is KeptKey {
  const { role, key, label, id, base } = (value ?? {}) as Record<string, unknown>
  return (
    ROLES.includes(role as Role) &&
    typeof key === 'string' &&
    typeof label === 'string' &&
    (id === null || typeof id === 'string') &&
    (base === null || typeof base === 'string')
  )
}
