import type { Person, PersonState } from '../../board/presence.svelte.ts'

/** One person at the table, however many windows they have open. */
export interface Seat {
  readonly key: string
  readonly name: string
  readonly organisation: string
  readonly colour: string
  readonly me: boolean
}

/** Who is at the table: oneself first, then the others by name; the windows of one person are one seat. */
export function seatsOf(me: PersonState, others: Iterable<Person>): Seat[] {
  const seats = new Map<string, Seat>()
  const keyOf = (person: PersonState, client: string): string => person.participant ?? client
  const mine = keyOf(me, 'me')
  seats.set(mine, seatOf(mine, me, true))
  for (const person of others) {
    const key = keyOf(person, `client-${person.client}`)
    if (!seats.has(key)) seats.set(key, seatOf(key, person, false))
  }
  return [...seats.values()].sort(
    (a, b) => Number(b.me) - Number(a.me) || a.name.localeCompare(b.name, 'it') || (a.key < b.key ? -1 : 1),
  )
}

/** Two letters for a small circle; empty when nobody said a name or an organisation. */
export function initialsOf({ name, organisation }: Pick<Seat, 'name' | 'organisation'>): string {
  const words = (name.trim() || organisation.trim()).split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  const initials = letters.map((word) => [...(word ?? '')][0] ?? '').join('')
  return initials.toLocaleUpperCase('it')
}

/** Black or white, whichever reads better on a colour `#rrggbb` (WCAG relative luminance). */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return luminance > 0.179 ? '#000000' : '#ffffff'
}

const seatOf = (key: string, person: PersonState, me: boolean): Seat => ({
  key,
  name: person.name,
  organisation: person.organisation,
  colour: person.colour,
  me,
})
