import cities from './data/cities.json'
import pnMetroPlus from './data/pn-metro-plus-2021-2027.json'
import ponMetro from './data/pon-metro-2014-2020.json'
import type { Programme } from './programme.ts'
import { readProgramme } from './read-programme.ts'

/** Every programme pack that comes with the product. Code lists are apart, in `code-lists.ts`: they are large. */
export const PROGRAMMES: readonly Programme[] = [ponMetro, pnMetroPlus].map((pack) =>
  readProgramme(pack, cities),
)

export const programmeById = (id: string): Programme | null =>
  PROGRAMMES.find((programme) => programme.id === id) ?? null
