import type { BoardId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/protocol/messages.ts'
import type { PhoneBoard } from '../../components/phone/phone-board.ts'
import type { RememberedBoard } from '../../session/remembered.ts'

/** A board as `GET /api/boards` lists it. */
export interface ListedBoard {
  readonly id: BoardId
  readonly title: string
  readonly programme: string
  readonly city: string
  readonly archived: boolean
}

/** One line of "I tuoi tavoli". */
export interface TableLine {
  readonly id: BoardId
  readonly title: string
  readonly programme: string
  readonly city: string
  /** What this browser's link allows; null when it has none. */
  readonly role: Role | null
  /** ISO moment of the last opening from here; empty if never. */
  readonly openedAt: string
  readonly archived: boolean
  /** Where it opens; null when this browser has no link for it. */
  readonly address: string | null
}

/**
 * The tables that this browser has opened, those it adds needs to and those made with its organiser's key, each once: the last opened first, then
 * those never opened from here. What the server says of a title is newer than what the browser remembers.
 */
export function tableLines(
  remembered: readonly RememberedBoard[],
  listed: readonly ListedBoard[],
  phones: readonly PhoneBoard[],
  keyOf: (id: BoardId) => string | null,
): TableLine[] {
  const fromServer = new Map(listed.map((board) => [board.id, board]))
  const opened = remembered.map((board) => {
    const now = fromServer.get(board.id)
    fromServer.delete(board.id)
    return {
      id: board.id,
      title: now?.title ?? board.title,
      programme: now?.programme ?? board.programme,
      city: now?.city ?? board.city,
      role: board.role,
      openedAt: board.openedAt,
      archived: now?.archived ?? false,
      address: `/b/${board.id}`,
    }
  })
  const others = [...fromServer.values()].map((board) => {
    const key = keyOf(board.id)
    return {
      id: board.id,
      title: board.title,
      programme: board.programme,
      city: board.city,
      role: key === null ? null : ('facilitator' as const),
      openedAt: '',
      archived: board.archived,
      address: key === null ? null : `/b/${board.id}#${key}`,
    }
  })
  const known = new Set([...opened, ...others].map((line) => line.id))
  const written = phones.filter((board) => !known.has(board.id)).map(phoneLine)
  return [...opened, ...written, ...others]
}

const phoneLine = ({ id, title, city, openedAt, closed }: PhoneBoard): TableLine => ({
  id,
  title,
  programme: '',
  city,
  role: 'contributor',
  openedAt,
  archived: closed,
  address: `/p/${id}`,
})
