import type { ParticipantId } from '../../shared/ids.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import type { PresenceEntry } from './frames.ts'

const STATE_CHARS = 4096
/** Browsers take somebody for gone of whom they hear nothing for 30 s (y-protocols 1.0.7 `awareness.js`). */
const RENEW_MS = 10_000

/** Who somebody is, as keys and registry say. The participant is null for who came with a key alone. */
export interface Identity {
  readonly participant: ParticipantId | null
  readonly name: string
  readonly organisation: string
  readonly colour: string
  readonly role: Role
}

/** The same moment, told twice: with everything people say of themselves, and without where they point. */
export interface Told {
  readonly places: readonly PresenceEntry[]
  readonly people: readonly PresenceEntry[]
}

interface Present {
  /** The clock with which the connection said it, and the one with which it is told. */
  readonly heard: number
  readonly clock: number
  /** What the connection says of itself, signed. */
  readonly state: Readonly<Record<string, unknown>>
}

/**
 * Who is at the table now, in the server's own table: what comes from the wire is read, never applied, and signed with
 * who it is. Each connection has one line, under one clientID. Clocks are kept after somebody left, because the same
 * clientID may come back with the clock it had, and the others would take that for an old state.
 */
export class Presence {
  readonly #here = new Map<number, Present>()
  readonly #goneAt = new Map<number, number>()
  readonly #changed = new Set<number>()
  /** What those were told last who get no places, and when. */
  readonly #people = new Map<number, { readonly state: string; readonly atMs: number }>()

  /** Takes a new state; false when it is old, too long or no JSON object. */
  put({ clientId, clock, state }: PresenceEntry, identity: Identity): boolean {
    if (state === 'null') {
      if (clock < (this.#here.get(clientId)?.heard ?? Infinity)) return false
      this.leave(clientId, clock)
      return true
    }
    const said = state.length > STATE_CHARS ? null : readObject(state)
    const now = this.#here.get(clientId)
    if (!said || (now && clock <= now.heard)) return false
    const last = now?.clock ?? this.#goneAt.get(clientId) ?? -1
    this.#here.set(clientId, {
      heard: clock,
      clock: Math.max(clock, last + 1),
      state: { ...said, ...identity },
    })
    this.#goneAt.delete(clientId)
    this.#changed.add(clientId)
    return true
  }

  /** Somebody is called otherwise, or may do something else, while they say nothing: what they said is signed anew. */
  resign(clientId: number, identity: Identity): void {
    const now = this.#here.get(clientId)
    if (!now) return
    this.#here.set(clientId, { ...now, clock: now.clock + 1, state: { ...now.state, ...identity } })
    this.#changed.add(clientId)
  }

  leave(clientId: number, clock = 0): void {
    const now = this.#here.get(clientId)
    if (!now) return
    this.#here.delete(clientId)
    this.#goneAt.set(clientId, Math.max(now.clock, clock))
    this.#changed.add(clientId)
  }

  /** Where people point is told otherwise from now on: everybody's line is news, also to who keeps what they were told last. */
  tellAnew(): void {
    for (const [clientId, now] of this.#here) {
      this.#here.set(clientId, { ...now, clock: now.clock + 1 })
      this.#changed.add(clientId)
    }
    this.#people.clear()
  }

  /** What changed since the last call, as the lines to send. */
  takeChanged(nowMs: number): Told {
    const changed = [...this.#changed]
    this.#changed.clear()
    return {
      places: changed.map((clientId) => this.#line(clientId)),
      people: changed.flatMap((clientId) => this.#personIfNews(clientId, nowMs) ?? []),
    }
  }

  /** Everybody who is here, with or without where they point. */
  all(withPlaces: boolean): PresenceEntry[] {
    return [...this.#here.keys()].map((clientId) => this.#line(clientId, withPlaces ? undefined : personOf))
  }

  #personIfNews(clientId: number, nowMs: number): PresenceEntry | null {
    const line = this.#line(clientId, personOf)
    const told = this.#people.get(clientId)
    if (told?.state === line.state && nowMs - told.atMs < RENEW_MS) return null
    if (this.#here.has(clientId)) this.#people.set(clientId, { state: line.state, atMs: nowMs })
    else this.#people.delete(clientId)
    return line
  }

  #line(clientId: number, shown = (state: Present['state']): object => state): PresenceEntry {
    const here = this.#here.get(clientId)
    if (!here) return { clientId, clock: this.#goneAt.get(clientId) ?? 0, state: 'null' }
    return { clientId, clock: here.clock, state: JSON.stringify(shown(here.state)) }
  }
}

/**
 * Who is here, at which cards, and whether they call everybody to them: what changes when somebody turns to another card, not
 * with every move of a hand.
 */
function personOf(state: Present['state']) {
  const { participant, name, organisation, colour, role, selection, editing, gathers } = state
  return { participant, name, organisation, colour, role, selection, editing, gathers }
}

function readObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
