import { getContext, setContext } from 'svelte'
import type { BoardSession } from './board-session.svelte.ts'

const KEY = Symbol('board session')

/** The one context: the open board. Set by the board's screen, read by whatever stands inside it. */
export const setSession = (session: BoardSession): BoardSession => setContext(KEY, session)

export const getSession = (): BoardSession => getContext<BoardSession>(KEY)
