import type { Registry } from './registry.ts'
import type { OrganiserEntry } from './registry-data.ts'
import { byHash, entry } from './registry-entries.ts'

/** Adds an organiser; resolves once durable. Throws if the id is taken. */
export const addOrganiser = (registry: Registry, organiser: OrganiserEntry): Promise<OrganiserEntry> =>
  registry.change((data) => {
    if (organiser.id === 'operator' || entry(data.organisers, organiser.id))
      throw new Error(`Organiser ${organiser.id} is there already`)
    return {
      data: { ...data, organisers: { ...data.organisers, [organiser.id]: organiser } },
      result: organiser,
    }
  })

/** Every organiser, revoked ones included, in the order of their making. */
export const organisersOf = (registry: Registry): readonly OrganiserEntry[] =>
  Object.values(registry.data.organisers)

/** Revokes an organiser's key; their boards stay. Null if there is no such organiser. */
export const revokeOrganiser = (registry: Registry, id: string): Promise<OrganiserEntry | null> =>
  registry.change((data) => {
    const before = entry(data.organisers, id)
    if (!before) return { data, result: null }
    const after = { ...before, revoked: true }
    return { data: { ...data, organisers: { ...data.organisers, [id]: after } }, result: after }
  })

/** The organiser whose key has this SHA-256 (hexadecimal), revoked or not: look at `revoked`. */
export const organiserByHash = (registry: Registry, hash: string): OrganiserEntry | null =>
  byHash(registry.data.organisers, (organiser) => organiser.hash, hash)
