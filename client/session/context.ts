import { getContext, setContext } from 'svelte'
import type { BoardSession } from './board-session.svelte.ts'
import type { Scene } from './scene.ts'

const KEY = Symbol('board session')
const SCENE = Symbol('scene')

/** The open board. Set by the board's screen, read by whatever stands inside it. */
export function setSession(session: BoardSession): BoardSession {
  setScene(session)
  return setContext(KEY, session)
}

export const getSession = (): BoardSession => getContext<BoardSession>(KEY)

/** What is drawn below here when it is not the open board as it is now. */
export const setScene = (scene: Scene): Scene => setContext(SCENE, scene)

/** What the parts of a drawing look at: cards and frames do not know whether they are of today. */
export const getScene = (): Scene => getContext<Scene>(SCENE)
