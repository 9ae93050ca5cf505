import { piecesOf, type Pieces } from '../../shared/board/pieces.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { carriedWith } from '../tools/move-drag.ts'

/** Cards with what their frames hold and the links among them. */
export const chosenPieces = ({ board }: Pick<BoardSession, 'board'>, ids: Iterable<CardId>): Pieces =>
  piecesOf(
    { cards: { get: (id: CardId) => board.card(id) }, links: board.links },
    carriedWith({ board }, ids),
  )
