import type { BoardSession } from '../../session/board-session.svelte.ts'

const DRAFTS = new WeakMap<BoardSession, Map<string, string>>()

/** Unfinished text of an open board's fields: it waits while people look at another card. */
export function draftsOf(session: BoardSession): Map<string, string> {
  const there = DRAFTS.get(session)
  if (there) return there
  const fresh = new Map<string, string>()
  DRAFTS.set(session, fresh)
  return fresh
}
