import type { CardId, LinkId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'

/** A place in a card's panel: a field by its name, a group of links ("commits to"), a field of one link. */
export interface Aim {
  readonly field: string
  readonly link?: LinkId
}

const OPENERS = new WeakMap<BoardSession, HTMLElement>()
const AIMS = new WeakMap<BoardSession, Aim>()
const ARRIVALS = new WeakMap<BoardSession, () => void>()

/**
 * Opens a card's panel and brings the focus into it, to the place aimed at if any; closing it gives the focus back to
 * where it was.
 */
export function openCard(session: BoardSession, id: CardId, aim?: Aim): void {
  if (document.activeElement instanceof HTMLElement) OPENERS.set(session, document.activeElement)
  if (aim) AIMS.set(session, aim)
  const shown = session.selection.only === id
  session.selection.choose([id])
  if (shown) ARRIVALS.get(session)?.()
}

/** Opens the panel of one card, or chooses several: what stands behind a sum. */
export function openCards(session: BoardSession, ids: readonly CardId[]): void {
  const [first, ...others] = ids
  if (first === undefined) return
  if (others.length === 0) openCard(session, first)
  else session.selection.choose(ids)
}

/** The open panel asks to be told when somebody wants the card that it shows already. */
export function onAskedAgain(session: BoardSession, arrive: () => void): () => void {
  ARRIVALS.set(session, arrive)
  return () => void ARRIVALS.delete(session)
}

/** Where the focus came from, once, if the panel was opened by `openCard`: the panel then takes the focus. */
export const takeOpener = (session: BoardSession): HTMLElement | undefined => taken(OPENERS, session)

/** The place in the panel that was asked for, once. */
export const takeAim = (session: BoardSession): Aim | undefined => taken(AIMS, session)

function taken<T>(from: WeakMap<BoardSession, T>, session: BoardSession): T | undefined {
  const value = from.get(session)
  from.delete(session)
  return value
}
