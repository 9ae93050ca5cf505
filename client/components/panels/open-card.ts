import type { CardId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'

const OPENERS = new WeakMap<BoardSession, HTMLElement>()

/** Opens a card's panel and brings the focus into it; closing it gives the focus back to where it was. */
export function openCard(session: BoardSession, id: CardId): void {
  if (document.activeElement instanceof HTMLElement) OPENERS.set(session, document.activeElement)
  session.selection.choose([id])
}

/** Where the focus came from, once, if the panel was opened by `openCard`: the panel then takes the focus. */
export function takeOpener(session: BoardSession): HTMLElement | undefined {
  const opener = OPENERS.get(session)
  OPENERS.delete(session)
  return opener
}
