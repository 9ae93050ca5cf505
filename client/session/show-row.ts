import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from './board-session.svelte.ts'

/** The outline comes as a part of the page, and its rows frame by frame: what is not there by then is filtered away. */
const WITHIN_MS = 4_000

/** Brings the row of a card into view in the outline. The focus stays where it is: a phone would call up its keyboard. */
export async function showRow(session: Pick<BoardSession, 'view'>, id: CardId): Promise<void> {
  session.view = 'outline'
  const end = performance.now() + WITHIN_MS
  const find = (): Element | null => document.querySelector(`main [data-card="${CSS.escape(id)}"]`)
  while (!find() && performance.now() < end && session.view === 'outline') await aFrame()
  find()?.scrollIntoView({ block: 'center' })
}

const aFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)
