import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from './board-session.svelte.ts'

/** Brings the row of a card into view in the outline, as soon as that is there. */
export function showRow(session: Pick<BoardSession, 'view' | 'tools'>, id: CardId): void {
  session.view = 'outline'
  session.tools.row = id
}
