import { DOSSIER_SECTIONS } from './dossier-sections.ts'
import type { City, Programme } from './programme.ts'

/** A pack as its file holds it: cities are named by group, because packs share them, or written out when they are its own. */
export type PackFile = Omit<Programme, 'cities' | 'dossier'> & {
  readonly cityGroups: readonly City['group'][]
  readonly cities?: readonly City[]
  readonly dossier?: Programme['dossier']
}

/** The element of the page in which a server hands over the packs it adds, as JSON. */
export const PACKS_ELEMENT = 'programmes'

/** The programme of a pack that is known to be sound, with the cities of its groups. */
export function programmeFrom(pack: PackFile, shared: readonly City[]): Programme {
  const { cityGroups, cities = [], dossier = DOSSIER_SECTIONS, ...programme } = pack
  return {
    ...programme,
    dossier,
    cities: [...shared.filter((city) => cityGroups.includes(city.group)), ...cities],
  }
}
