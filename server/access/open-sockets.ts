import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import type { KeyEntry } from '../store/registry-data.ts'
import { SOCKETS } from './limits.ts'
import { isAnonymous } from './who.ts'

/** A socket from the moment it is let in until it is gone, whether or not its board is loaded yet. */
export interface OpenSocket {
  readonly board: BoardId
  readonly participant: ParticipantId
  readonly keyId: string
  /** Sealed: not the address itself. */
  readonly address: string
  /** The role its key gives now. */
  role(): Role
  /** The key has another role from now on. */
  become(role: Role): void
  close(code: number, reason: string): void
}

/** Why a socket is one too many. */
export type TooMany = 'process' | 'board' | 'address' | 'participant'

interface Place {
  readonly leave: () => void
  timer: NodeJS.Timeout | null
}

/** Longer than this `setTimeout` cannot count; a key that is good for longer is looked at again then. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Every socket of the process, so that a key that is changed, revoked or runs out does so at once for those it let in, and
 * so that nobody holds more than a fair number.
 */
export class OpenSockets {
  readonly #places = new Map<OpenSocket, Place>()
  readonly #counts = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.#places.size
  }

  byRole(): Readonly<Record<Role, number>> {
    const counts = Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>
    for (const socket of this.#places.keys()) counts[socket.role()]++
    return counts
  }

  /** Whether one more would be too many, and of what; null if there is room. */
  tooMany({
    board,
    participant,
    address,
  }: Pick<OpenSocket, 'board' | 'participant' | 'address'>): TooMany | null {
    if (this.size >= SOCKETS.perProcess) return 'process'
    if (this.#count(`board ${board}`) >= SOCKETS.perBoard) return 'board'
    if (this.#count(`address ${address}`) >= SOCKETS.perAddress) return 'address'
    const most = isAnonymous(participant) ? SOCKETS.perAnonymousKey : SOCKETS.perParticipant
    return this.#count(`participant ${participant}`) >= most ? 'participant' : null
  }

  /** Keeps a socket in sight; the returned function is called when it is gone. `expiresMs` is the end of its key, if any. */
  enter(socket: OpenSocket, expiresMs: number | null): () => void {
    const { board, address, participant } = socket
    const names = [`board ${board}`, `address ${address}`, `participant ${participant}`]
    for (const name of names) this.#counts.set(name, this.#count(name) + 1)
    const place: Place = {
      timer: null,
      leave: () => {
        if (place.timer) clearTimeout(place.timer)
        if (!this.#places.delete(socket)) return
        for (const name of names) {
          const left = this.#count(name) - 1
          if (left > 0) this.#counts.set(name, left)
          else this.#counts.delete(name)
        }
      },
    }
    this.#places.set(socket, place)
    this.#endAt(socket, place, expiresMs)
    return place.leave
  }

  /** Applies what became of a key to the sockets it let in. */
  keyChanged({ id, role, expiresAt, revoked }: KeyEntry): void {
    for (const [socket, place] of [...this.#places]) {
      if (socket.keyId !== id) continue
      if (revoked) socket.close(CLOSE.forbidden, 'key revoked')
      else {
        if (socket.role() !== role) socket.become(role)
        this.#endAt(socket, place, expiresAt === null ? null : Date.parse(expiresAt))
      }
    }
  }

  /** Sends somebody away who is to be forgotten, with the code that their token would get from now on. */
  closeParticipant(participant: ParticipantId): void {
    for (const socket of [...this.#places.keys()])
      if (socket.participant === participant) socket.close(CLOSE.loginNeeded, 'participant erased')
  }

  #endAt(socket: OpenSocket, place: Place, expiresMs: number | null): void {
    if (place.timer) clearTimeout(place.timer)
    place.timer = null
    if (expiresMs === null) return
    const waitMs = expiresMs - this.now()
    if (waitMs <= 0) return socket.close(CLOSE.forbidden, 'key expired')
    place.timer = setTimeout(
      () => this.#endAt(socket, place, expiresMs),
      Math.min(waitMs, LONGEST_MS),
    ).unref()
  }

  #count(name: string): number {
    return this.#counts.get(name) ?? 0
  }
}
