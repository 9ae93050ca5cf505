import type { BoardId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { KeyEntry } from './registry-data.ts'
import { byHash, entry } from './registry-entries.ts'

/** Adds a key of a board; resolves once durable. Throws if the board is not there or the id is taken. */
export const addKey = (registry: Registry, key: KeyEntry): Promise<KeyEntry> =>
  registry.change((data) => {
    if (!entry(data.boards, key.board)) throw new Error(`Key ${key.id}: board ${key.board} is not there`)
    if (entry(data.keys, key.id)) throw new Error(`Key ${key.id} is there already`)
    return { data: { ...data, keys: { ...data.keys, [key.id]: key } }, result: key }
  })

/** Every key of a board, revoked and expired ones included, in the order of their making. */
export const keysOf = (registry: Registry, board: BoardId): readonly KeyEntry[] =>
  Object.values(registry.data.keys).filter((key) => key.board === board)

export type KeyChange =
  | { readonly kind: 'changed'; readonly before: KeyEntry; readonly key: KeyEntry }
  | { readonly kind: 'missing' }
  /** Revoked already: that is for good. */
  | { readonly kind: 'revoked' }
  /** Nobody would be left who can run the board for as long as it lasts. */
  | { readonly kind: 'lastFacilitator' }

/**
 * Changes a key of a board, or says why not; resolves once durable. Whether somebody is left to run the board is decided
 * where changes stand in line, so that two facilitators cannot shut each other out in the same moment.
 */
export const changeKey = (
  registry: Registry,
  board: BoardId,
  id: string,
  change: Partial<Pick<KeyEntry, 'label' | 'role' | 'expiresAt' | 'revoked'>>,
): Promise<KeyChange> =>
  registry.change<KeyChange>((data) => {
    const before = entry(data.keys, id)
    if (!before || before.board !== board) return { data, result: { kind: 'missing' } }
    if (before.revoked) return { data, result: { kind: 'revoked' } }
    const key = { ...before, ...change }
    const keys = { ...data.keys, [id]: key }
    const runsForGood = (one: KeyEntry): boolean => one.board === board && facilitatesForGood(one)
    if (facilitatesForGood(before) && !Object.values(keys).some(runsForGood))
      return { data, result: { kind: 'lastFacilitator' } }
    return { data: { ...data, keys }, result: { kind: 'changed', before, key } }
  })

const facilitatesForGood = ({ role, expiresAt, revoked }: KeyEntry): boolean =>
  role === 'facilitator' && expiresAt === null && !revoked

/** The key whose secret has this SHA-256 (hexadecimal), be it good or not: ask `isKeyGood`. */
export const keyByHash = (registry: Registry, hash: string): KeyEntry | null =>
  byHash(registry.data.keys, (key) => key.hash, hash)

/** Whether a key opens its board at a moment (milliseconds since 1970). */
export const isKeyGood = (key: KeyEntry, nowMs: number): boolean =>
  !key.revoked && (key.expiresAt === null || Date.parse(key.expiresAt) > nowMs)
