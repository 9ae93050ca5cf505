import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** Runs a command with a part of the page that comes when it is first asked for: to undo waits for it. Says when it does not come. */
export function withPart<P>(
  { undo, tools }: Pick<BoardSession, 'undo' | 'tools'>,
  part: () => Promise<P>,
  run: (part: P) => void,
): void {
  const done = part().then(run, () => tools.say(m.app_not_loaded_remedy(), 'trouble'))
  // A mistake in the command is told as any other.
  void undo.after(done.catch(reportError))
}

export const putAndLay = () => import('./put-and-lay.ts')
