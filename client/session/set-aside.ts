import type * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { wholeOf } from '../../shared/board/whole.ts'
import { writeBoard } from '../../shared/formats/board-json/write.ts'
import type { BoardId, CardId } from '../../shared/ids.ts'
import { partOf, unsavedIn } from '../sync/unsaved.ts'
import type { Refusal, SetAside } from './kept-aside.ts'

/** What is in a copy of a board and not on the server, as a file and in words for people. */
export function setAside(mine: Y.Doc, server: Y.Doc, board: BoardId, nowMs: number, why: Refusal): SetAside {
  const unsaved = unsavedIn(mine, server)
  const whole = partOf(wholeOf(mine), unsaved)
  const { cards } = boardOf(mine)
  const found = [...unsaved.cards].filter((id) => id in whole.cards)
  const links = Object.keys(whole.links).length
  const exportedAt = new Date(nowMs).toISOString()
  const bytes = writeBoard({ whole, boardId: board, exportedAt })
  return {
    ...why,
    titles: found.flatMap((id) => cards.get(id as CardId)?.title || []),
    cards: found.length,
    links,
    file: found.length + links > 0 ? new TextDecoder().decode(bytes) : null,
  }
}
