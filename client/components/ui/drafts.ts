import type { BoardSession } from '../../session/board-session.svelte.ts'
import { getSession } from '../../session/context.ts'

const DRAFTS = new WeakMap<BoardSession, Map<string, string>>()

/**
 * What people typed in fields and was not understood, by field: it waits here, as long as the board is open, while they
 * look at another card. Nothing waits outside a board.
 */
export function draftsHere(): Map<string, string> | undefined {
  const session = getSession() as BoardSession | undefined
  if (!session) return undefined
  const there = DRAFTS.get(session)
  if (there) return there
  const fresh = new Map<string, string>()
  DRAFTS.set(session, fresh)
  return fresh
}
