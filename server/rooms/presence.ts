import type { PresenceEntry } from './frames.ts'

const STATE_BYTES = 4096

interface Present {
  readonly clock: number
  readonly state: string
}

/**
 * Who is at the table now, in the server's own table: what comes from the wire is read, never applied. Each connection
 * has one line, under one clientID. Clocks are kept after somebody left, because the same clientID may come back with
 * the clock it had, and the others would take that for an old state.
 */
export class Presence {
  readonly #here = new Map<number, Present>()
  readonly #goneAt = new Map<number, number>()
  readonly #changed = new Set<number>()

  /** Takes a new state; false when it is old, too long or no JSON object. */
  put({ clientId, clock, state }: PresenceEntry): boolean {
    if (state === 'null') {
      if (clock < (this.#here.get(clientId)?.clock ?? Infinity)) return false
      this.leave(clientId, clock)
      return true
    }
    if (state.length > STATE_BYTES || !isObject(state)) return false
    const now = this.#here.get(clientId)
    if (now && clock <= now.clock) return false
    const atLeast = (this.#goneAt.get(clientId) ?? -1) + 1
    this.#here.set(clientId, { clock: Math.max(clock, atLeast), state })
    this.#goneAt.delete(clientId)
    this.#changed.add(clientId)
    return true
  }

  leave(clientId: number, clock = 0): void {
    const now = this.#here.get(clientId)
    if (!now) return
    this.#here.delete(clientId)
    this.#goneAt.set(clientId, Math.max(now.clock, clock))
    this.#changed.add(clientId)
  }

  /** What changed since the last call, as the lines to send. */
  takeChanged(): PresenceEntry[] {
    const entries = [...this.#changed].map((clientId) => this.#lineOf(clientId))
    this.#changed.clear()
    return entries
  }

  /** Everybody who is here. */
  all(): PresenceEntry[] {
    return [...this.#here.keys()].map((clientId) => this.#lineOf(clientId))
  }

  #lineOf(clientId: number): PresenceEntry {
    const { clock, state } = this.#here.get(clientId) ?? {
      clock: this.#goneAt.get(clientId) ?? 0,
      state: 'null',
    }
    return { clientId, clock, state }
  }
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
