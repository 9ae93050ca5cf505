import type { BoardSession } from '../session/board-session.svelte.ts'

const asked = new WeakMap<BoardSession, number>()

/** Opens «Prima e dopo» from a moment with a name to now. */
export function compareFrom(session: BoardSession, seq: number): void {
  asked.set(session, seq)
  session.view = 'compare'
}

/** The moment that was asked for, once. */
export function takeAsked(session: BoardSession): number | undefined {
  const seq = asked.get(session)
  asked.delete(session)
  return seq
}
