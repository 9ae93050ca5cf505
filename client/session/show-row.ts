import type { CardId } from '../../shared/ids.ts'
import { asTable } from '../settings.svelte.ts'
import type { BoardSession } from './board-session.svelte.ts'

/** Brings the row of a card into view in the outline, as soon as that is there: as a list, a table shows one kind of cards only. */
export function showRow(session: Pick<BoardSession, 'view' | 'tools'>, id: CardId): void {
  session.view = 'outline'
  asTable.on = false
  session.tools.row = id
}
