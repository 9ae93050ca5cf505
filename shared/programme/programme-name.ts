import type { Programme } from './programme.ts'

/**
 * The programme meant by a name written on a card: the id of the board's pack when the name is empty or is one of the
 * pack's own names, else the name itself, without stray spaces. Two names compare equal after this.
 */
export function programmeNamed(name: string | undefined, pack: Programme): string {
  const written = plain(name ?? '')
  if (written === '') return pack.id
  const own = [pack.id, pack.title, pack.shortTitle, ...pack.aliases].some(
    (known) => plain(known) === written,
  )
  return own ? pack.id : (name ?? '').trim().replace(/\s+/g, ' ')
}

/** Whether two names say the same programme, whatever the case and the spaces. */
export const sameProgramme = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
