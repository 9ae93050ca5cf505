import type { BoardId } from '../../shared/ids.ts'
import { api, ApiError, type BoardInfo, type Joined } from '../api.ts'
import { copyName } from '../sync/local-copy.svelte.ts'
import { hideFragment, keyInFragment, pathOf } from './board-link.ts'
import { BoardSession } from './board-session.svelte.ts'
import {
  keepName,
  remember,
  rememberStill,
  rememberedBoard,
  type RememberedBoard,
  seatsAt,
  type Seat,
} from './remembered.ts'

/** Why a board does not open; the screen has a sentence of what to do for each. */
export type Failure = 'noKey' | 'notAccepted' | 'notAllowed' | 'missing' | 'offline' | 'server'

/** What came of opening an address. */
export type Opening =
  | { readonly kind: 'open'; readonly session: BoardSession }
  /** Nobody has joined from this browser with this link yet. */
  | { readonly kind: 'join'; readonly invitation: Invitation }
  /** The link is one for adding needs from a phone: its page is elsewhere. */
  | { readonly kind: 'contributor'; readonly address: string }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string }

export interface Invitation {
  readonly board: BoardInfo
  readonly key: string
  /** What this browser had of the table before, perhaps with another link. */
  readonly known: RememberedBoard | null
  /** Who was at this table from this browser before. */
  readonly seats: readonly Seat[]
}

/**
 * Opens the board that an address names: the key of its fragment, or the one this browser remembers. A new key
 * replaces the remembered one. Without network, a table opened before opens from this browser's copy.
 */
export async function openBoard(id: BoardId, fragment: string): Promise<Opening> {
  const remembered = rememberedBoard(id)
  const key = keyInFragment(fragment) ?? remembered?.key
  if (key === undefined) return failed('noKey')
  const sameLink = remembered?.key === key
  let board: BoardInfo
  try {
    board = await api<BoardInfo>(key, 'GET', `/api/boards/${id}`)
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'offline' && sameLink && remembered.token !== null) return start(remembered)
    return failed(failure, error instanceof ApiError ? error.message : '')
  }
  if (board.role === 'contributor') return { kind: 'contributor', address: pathOf('p', id, key) }
  if (sameLink && remembered.token !== null) return start(meAt(board, key, remembered), remembered)
  return { kind: 'join', invitation: invitationTo(board, key, remembered) }
}

/** Takes a new place at the table. Both words may be empty; they are offered again at the next table. */
export async function joinBoard(
  { board, key }: Invitation,
  name: string,
  organisation: string,
): Promise<Opening> {
  const { participant, token } = await api<Joined>(key, 'POST', `/api/boards/${board.id}/participants`, {
    ...(name && { name }),
    ...(organisation && { organisation }),
  })
  keepName(name, organisation)
  return start(meAt(board, key, { ...participant, participant: participant.id, token }))
}

/** Comes back as who was here before, with the new link. */
export function returnToBoard({ board, key }: Invitation, seat: Seat): Promise<Opening> {
  return start(meAt(board, key, seat))
}

/** Asks again who one is, at a table that is open: another person sits down at this browser. */
export async function invite(me: RememberedBoard): Promise<Opening> {
  try {
    const board = await api<BoardInfo>(me.key, 'GET', `/api/boards/${me.id}`)
    return { kind: 'join', invitation: invitationTo(board, me.key, me) }
  } catch (error) {
    const failure = failureOf(error)
    return failure === 'offline' ? start(me) : failed(failure, error instanceof ApiError ? error.message : '')
  }
}

/** What a refusal means for the person; status 0 is a network that is not there. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiError)) return 'server'
  switch (error.status) {
    case 0:
      return 'offline'
    case 401:
      return 'notAccepted'
    case 403:
      return 'notAllowed'
    case 404:
      return 'missing'
    default:
      return 'server'
  }
}

const invitationTo = (board: BoardInfo, key: string, known: RememberedBoard | null): Invitation => ({
  board,
  key,
  known: known?.token == null ? null : known,
  seats: seatsAt(board.id),
})

const meAt = (board: BoardInfo, key: string, who: Seat): RememberedBoard => ({
  id: board.id,
  key,
  title: board.title,
  programme: board.programme,
  city: board.city,
  role: board.role,
  generation: board.generation,
  openedAt: '',
  participant: who.participant,
  token: who.token,
  name: who.name,
  organisation: who.organisation,
  colour: who.colour,
})

/** What the server says now of a table and of this link to it; null when it says no, or nothing. */
export async function meNow(me: RememberedBoard): Promise<RememberedBoard | null> {
  try {
    const now = meAt(await api<BoardInfo>(me.key, 'GET', `/api/boards/${me.id}`), me.key, me)
    rememberStill(now)
    return now
  } catch {
    return null
  }
}

async function start(who: RememberedBoard, before: RememberedBoard | null = null): Promise<Opening> {
  const me = { ...who, openedAt: new Date().toISOString() }
  // A browser that keeps nothing needs the key in the address to open the table again.
  if (remember(me)) hideFragment()
  const session = new BoardSession(me)
  await session.open()
  if (before && before.generation !== me.generation) void rescue(session, before)
  return { kind: 'open', session }
}

/** Seldom needed, and then the server has just answered: fetched when it is. */
async function rescue(session: BoardSession, before: RememberedBoard): Promise<void> {
  const { rescueCopy } = await import('./start-afresh.ts')
  await rescueCopy(session, copyName(before.id, before.generation, before.participant))
}

const failed = (failure: Failure, detail = ''): Opening => ({ kind: 'failed', failure, detail })
