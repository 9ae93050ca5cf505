import { boardOf } from '../../shared/board/board.ts'
import { bringPieces, cornerBelow, hasRoom, renewed } from '../../shared/board/commands/bring-pieces.ts'
import type { Pieces } from '../../shared/board/pieces.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

export type BroughtIn =
  | {
      readonly kind: 'done'
      readonly ids: readonly CardId[]
      /** Whether they stand below cards that were there. */
      readonly below: boolean
    }
  | { readonly kind: 'boardFull' }
  | { readonly kind: 'notAllowed' }

/** Cards written at a time: a slice is a few milliseconds, and one frame of the socket. */
const SLICE = 200

/**
 * Puts pieces on the open table, below what is there, as one step of undo. They are written in slices between which the page
 * breathes; `progress` is told a share from 0 to 1. Whether they fit is settled before the first is written.
 */
export async function bringIn(
  session: BoardSession,
  pieces: Pieces,
  progress: (share: number) => void,
): Promise<BroughtIn> {
  if (!session.canWrite) return { kind: 'notAllowed' }
  if (!hasRoom(session.doc, pieces)) return { kind: 'boardFull' }
  const board = boardOf(session.doc)
  const below = board.cards.size > 0
  const fresh = renewed(pieces, cornerBelow(board))
  const slices = slicesOf(fresh)
  let wrote = 0
  await session.undo.asOne(async () => {
    for (const slice of slices) {
      if (!session.canWrite) return
      bringPieces(session.doc, slice)
      progress(++wrote / slices.length)
      await breath()
    }
  })
  return wrote < slices.length
    ? { kind: 'notAllowed' }
    : { kind: 'done', ids: fresh.cards.map(({ id }) => id), below }
}

/** Cards first, so that no link ever hangs in the air. */
function slicesOf({ cards, links }: Pieces): Pieces[] {
  const slices: Pieces[] = []
  for (let at = 0; at < cards.length; at += SLICE)
    slices.push({ cards: cards.slice(at, at + SLICE), links: [] })
  for (let at = 0; at < links.length; at += SLICE)
    slices.push({ cards: [], links: links.slice(at, at + SLICE) })
  return slices
}

/** A frame is drawn and events are heard; a page in the background draws none. */
const breath = (): Promise<void> =>
  new Promise((go) => {
    if (document.hidden) setTimeout(go)
    else requestAnimationFrame(() => setTimeout(go))
  })
