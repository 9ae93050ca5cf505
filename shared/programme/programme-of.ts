import type { Programme } from './programme.ts'
import { PROGRAMMES, programmeById } from './programmes.ts'

/** The pack a board names; one whose programme this version does not know is read with the first rather than not at all. */
export function programmeOf(header: { readonly programme: string }): Programme {
  const programme = programmeById(header.programme) ?? PROGRAMMES[0]
  if (!programme) throw new Error('no programme pack is shipped')
  return programme
}
