import type { BoardId } from '../../shared/ids.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import { readStored, readStoredJson, writeStored } from '../stored.ts'

/** What this browser keeps of a table it has opened: enough to list it, to open it again and to open it offline. */
export interface RememberedBoard {
  readonly id: BoardId
  readonly key: string
  readonly title: string
  readonly programme: string
  readonly city: string
  readonly role: Role
  readonly generation: number
  readonly openedAt: string
  readonly participant: string | null
  readonly token: string | null
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/** A place taken at a table from this browser: who one is there. */
export type Seat = Pick<RememberedBoard, 'participant' | 'token' | 'name' | 'organisation' | 'colour'>

const PREFIX = 'tavolo.board.'
const SEATS = 'tavolo.seats.'

export function rememberedBoard(id: BoardId): RememberedBoard | null {
  const value = readStoredJson(PREFIX + id)
  return isRemembered(value) ? value : null
}

/** Keeps what is known of a table; returns false when the browser keeps nothing (private window, full disk). */
export function remember(board: RememberedBoard): boolean {
  const { participant, token, name, organisation, colour } = board
  if (token !== null) {
    const others = seatsAt(board.id).filter((seat) => seat.participant !== participant)
    writeStored(
      SEATS + board.id,
      JSON.stringify([{ participant, token, name, organisation, colour }, ...others]),
    )
  }
  return writeStored(PREFIX + board.id, JSON.stringify(board))
}

/**
 * Keeps what is known anew of a table one sits at, unless the place was given up meanwhile, here or in another tab: what
 * comes late must not bring back a name that was taken out.
 */
export function rememberStill(board: RememberedBoard): void {
  if (!hasLeft(board)) remember(board)
}

/** Whether the place that somebody had was given up since, here or in another tab; never where the browser keeps nothing. */
export const hasLeft = ({ id, participant, token }: RememberedBoard): boolean =>
  token !== null &&
  readStored(SEATS + id) !== null &&
  !seatsAt(id).some((seat) => seat.participant === participant)

/**
 * After one's name was taken out of a table: the place is no more, the link stays, and the name is not offered again.
 * Returns false when the browser keeps nothing.
 */
export function forgetSeat(me: RememberedBoard): boolean {
  const others = seatsAt(me.id).filter((seat) => seat.participant !== me.participant)
  writeStored(SEATS + me.id, JSON.stringify(others))
  if (lastName().name === me.name) keepName('', '')
  return writeStored(PREFIX + me.id, JSON.stringify(withoutSeat(me)))
}

/** A table that one knows and sits at no more. */
export const withoutSeat = (me: RememberedBoard): RememberedBoard => ({
  ...me,
  participant: null,
  token: null,
  name: '',
  organisation: '',
})

export function forget(id: BoardId): void {
  writeStored(PREFIX + id, null)
  writeStored(SEATS + id, null)
}

/**
 * Everybody who sat at a table from this browser, last first. Each may have left work here that the server has not yet:
 * only who comes back to the same seat sends it.
 */
export function seatsAt(id: BoardId): Seat[] {
  const value = readStoredJson(SEATS + id)
  return Array.isArray(value) ? value.filter(isSeat) : []
}

/** The tables of this browser, last opened first. */
export function rememberedBoards(): RememberedBoard[] {
  const boards: RememberedBoard[] = []
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i)
      const value = key?.startsWith(PREFIX) ? readStoredJson(key) : null
      if (isRemembered(value)) boards.push(value)
    }
  } catch {
    return []
  }
  return boards.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
}

/** The last name somebody gave here, offered at the next table. */
export const lastName = (): { name: string; organisation: string } => ({
  name: readStored('tavolo.name') ?? '',
  organisation: readStored('tavolo.organisation') ?? '',
})

export function keepName(name: string, organisation: string): void {
  writeStored('tavolo.name', name)
  writeStored('tavolo.organisation', organisation)
}

/** The organiser's key of this browser, from a `/#operator=…` or `/#organiser=…` link. */
export const organiserKey = (): string | null => readStored('tavolo.organiser')

function isRemembered(value: unknown): value is RememberedBoard {
  const { id, key, role } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof key === 'string' && typeof role === 'string'
}

function isSeat(value: unknown): value is Seat {
  const { participant, token, name, organisation, colour } = (value ?? {}) as Record<string, unknown>
  return [participant, token, name, organisation, colour].every((word) => typeof word === 'string')
}
