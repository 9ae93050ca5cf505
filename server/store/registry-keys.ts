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

/** Revokes a key of a board; null if the board has no such key. */
export const revokeKey = (registry: Registry, board: BoardId, id: string): Promise<KeyEntry | null> =>
  registry.change((data) => {
    const before = entry(data.keys, id)
    if (!before || before.board !== board) return { data, result: null }
    const after = { ...before, revoked: true }
    return { data: { ...data, keys: { ...data.keys, [id]: after } }, result: after }
  })

/** The key whose secret has this SHA-256 (hexadecimal), be it good or not: ask `isKeyGood`. */
export const keyByHash = (registry: Registry, hash: string): KeyEntry | null =>
  byHash(registry.data.keys, (key) => key.hash, hash)

/** Whether a key opens its board at a moment (milliseconds since 1970). */
export const isKeyGood = (key: KeyEntry, nowMs: number): boolean =>
  !key.revoked && (key.expiresAt === null || Date.parse(key.expiresAt) > nowMs)
