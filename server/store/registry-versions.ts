import type { BoardId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { VersionEntry } from './registry-data.ts'
import { entry, without } from './registry-entries.ts'

/** So many a board: they are for people to choose from, and the registry is one file. */
export const MAX_VERSIONS = 200
/** Of those that the server makes by itself the newest stay. */
export const MAX_AUTOMATIC = 50

/**
 * Keeps a version; resolves once durable, with null when the board has too many named ones. Of automatic ones the oldest
 * gives way. Throws if the board is not there.
 */
export const addVersion = (registry: Registry, version: VersionEntry): Promise<VersionEntry | null> =>
  registry.change((data) => {
    if (!entry(data.boards, version.board)) throw new Error(`Version: board ${version.board} is not there`)
    const alike = Object.values(data.versions).filter(
      ({ board, automatic }) => board === version.board && automatic === version.automatic,
    )
    if (!version.automatic && alike.length >= MAX_VERSIONS) return { data, result: null }
    const old = new Set(version.automatic ? alike.slice(0, alike.length + 1 - MAX_AUTOMATIC) : [])
    const kept = without(data.versions, (one) => old.has(one))
    return { data: { ...data, versions: { ...kept, [version.id]: version } }, result: version }
  })

/** In the order of their making. */
export const versionsOf = (registry: Registry, board: BoardId): readonly VersionEntry[] =>
  Object.values(registry.data.versions).filter((version) => version.board === board)

/** Forgets a version of a board: the moment itself stays in the history. False if the board has no such version. */
export const removeVersion = (registry: Registry, board: BoardId, id: string): Promise<boolean> =>
  registry.change((data) => {
    if (entry(data.versions, id)?.board !== board) return { data, result: false }
    return { data: { ...data, versions: without(data.versions, (one) => one.id === id) }, result: true }
  })
