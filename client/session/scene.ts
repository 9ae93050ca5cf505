import type { BoardSession } from './board-session.svelte.ts'

/** What the canvas draws: the open board, or a board as it was. Nothing in it writes. */
export type Scene = Pick<
  BoardSession,
  'board' | 'index' | 'camera' | 'selection' | 'tools' | 'plan' | 'authors' | 'talk'
> & {
  readonly filters: Pick<BoardSession['filters'], 'found' | 'dims'>
  /** What people say now, not what they said then. */
  readonly alsoMine?: BoardSession['alsoMine']
  readonly unread?: BoardSession['unread']
}
