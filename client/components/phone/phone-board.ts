import type { BoardId } from '../../../shared/ids.ts'
import { api, ApiError, type BoardInfo } from '../../api.ts'
import { hideFragment, keyInFragment } from '../../session/board-link.ts'
import { readStoredJson, storedKeys, writeStored } from '../../stored.ts'

/** What a phone keeps of the table it writes to: enough to write again without network. */
export interface PhoneBoard {
  readonly id: BoardId
  readonly key: string
  readonly title: string
  readonly city: string
  readonly targetGroups: readonly string[]
  readonly places: readonly string[]
  readonly closed: boolean
  /** ISO moment of the last opening; empty until the server has answered once. */
  readonly openedAt: string
}

export type Trouble = 'noLink' | 'refused' | 'readOnly' | 'missing'

const PREFIX = 'tavolo.phone.'

/**
 * The table of an address `/p/<id>#<key>`: what this phone knows of it at once, so that one can write while the rest
 * is on its way; a trouble when there is no key. The key is kept apart from those of the board's own page: a
 * facilitator who tries the QR code stays a facilitator.
 */
export function phoneBoard(id: BoardId, fragment: string): PhoneBoard | Trouble {
  const known = readPhoneBoard(id)
  const key = keyInFragment(fragment) ?? known?.key
  if (key === undefined) return 'noLink'
  return {
    id,
    title: '',
    city: '',
    targetGroups: [],
    places: [],
    closed: false,
    openedAt: '',
    ...known,
    key,
  }
}

/** Asks the server about the table and keeps the answer. Without network what is known stays good. */
export async function refreshPhoneBoard(board: PhoneBoard): Promise<PhoneBoard | Trouble> {
  try {
    const info = await api<BoardInfo>(board.key, 'GET', `/api/boards/${board.id}`)
    if (info.role === 'viewer') return 'readOnly'
    const { targetGroups, places } = info.vocabularies
    const openedAt = new Date().toISOString()
    const { title, city, archived: closed } = info
    const fresh = { ...board, title, city, targetGroups, places, closed, openedAt }
    if (writeStored(PREFIX + board.id, JSON.stringify(fresh))) hideFragment()
    return fresh
  } catch (error) {
    return troubleOf(error) ?? board
  }
}

/** The tables that this browser adds needs to, last opened first. */
export const phoneBoards = (): PhoneBoard[] =>
  storedKeys(PREFIX)
    .map((key) => readPhoneBoard(key.slice(PREFIX.length) as BoardId))
    .filter((board) => board !== null)
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))

/** Takes a table out of this browser's list; what was sent to it, and the receipts, stay. */
export const forgetPhoneBoard = (id: BoardId): boolean => writeStored(PREFIX + id, null)

/** What a refusal of the whole page means; null when trying again later is all there is to do. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof ApiError)) return null
  if (error.status === 401) return 'refused'
  if (error.status === 403) return 'readOnly'
  return error.status === 404 ? 'missing' : null
}

function readPhoneBoard(id: BoardId): PhoneBoard | null {
  const kept = (readStoredJson(PREFIX + id) ?? {}) as Record<string, unknown>
  const word = (value: unknown): string => (typeof value === 'string' ? value : '')
  const words = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  if (typeof kept['key'] !== 'string') return null
  return {
    id,
    key: kept['key'],
    title: word(kept['title']),
    city: word(kept['city']),
    targetGroups: words(kept['targetGroups']),
    places: words(kept['places']),
    closed: kept['closed'] === true,
    openedAt: word(kept['openedAt']),
  }
}
