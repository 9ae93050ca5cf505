import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** Where «Traccia» begins: a need, a line of money by its key in the plan, or a declared total by its place there. */
export type TraceStart =
  | { readonly kind: 'need'; readonly id: CardId }
  | { readonly kind: 'line'; readonly key: string }
  | { readonly kind: 'declared'; readonly at: number }

let asked = $state.raw<{ readonly session: BoardSession; readonly start: TraceStart } | null>(null)

/** Opens «Traccia» at a need, at a line of money or at a declared total. */
export function traceFrom(session: BoardSession, start: TraceStart): void {
  asked = { session, start }
  session.view = 'trace'
}

/** Where one asked to begin, once; read in an effect, it is told also while the sheet is open. */
export function takeStart(session: BoardSession): TraceStart | undefined {
  if (asked?.session !== session) return undefined
  const { start } = asked
  asked = null
  return start
}
