import cities from './data/cities.json'
import pnMetroPlus from './data/pn-metro-plus-2021-2027.json'
import ponMetro from './data/pon-metro-2014-2020.json'
import { programmeFrom, type PackFile } from './pack.ts'
import type { City, Programme } from './programme.ts'

const CITIES = cities.cities as readonly City[]
const known = [ponMetro, pnMetroPlus].map((pack) => programmeFrom(pack as PackFile, CITIES))

/**
 * Every programme pack: those that come with the product, then those that this server adds (`addPacks`). Code lists are
 * apart, in `code-lists.ts`: they are large.
 */
export const PROGRAMMES: readonly Programme[] = known

export const programmeById = (id: string): Programme | null =>
  PROGRAMMES.find((programme) => programme.id === id) ?? null

/**
 * Adds the packs of a server, once, before anybody reads a board; one of the same id takes the place of the product's.
 * They must be sound: `readPack` says whether they are.
 */
export function addPacks(packs: readonly PackFile[]): void {
  for (const pack of packs) {
    const programme = programmeFrom(pack, CITIES)
    const at = known.findIndex(({ id }) => id === programme.id)
    if (at < 0) known.push(programme)
    else known[at] = programme
  }
}
