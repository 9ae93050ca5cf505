import type { Board } from '../../../shared/board/board.ts'
import { likeOf } from '../../../shared/board/commands/reorder-card.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Action } from '../../actions/action.ts'
import { takeOut } from '../../actions/cards.ts'
import { earlier, later } from '../../actions/reorder.ts'
import { m } from '../../paraglide/messages.js'

/** What a command has made of a row, for who does not see it go; null where the command says so itself. */
export function doneSentence(board: Pick<Board, 'cards'>, action: Action, id: CardId): string | null {
  const card = board.cards.get(id)
  if (!card) return null
  const title = card.title || m.untitled()
  if (action === takeOut) return m.outline_now_loose({ title })
  if (action !== earlier && action !== later) return null
  const row = likeOf(board, id)
  return m.outline_now_at({ title, place: row.findIndex((one) => one.id === id) + 1, count: row.length })
}
