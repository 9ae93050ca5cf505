import { editCard } from '../../../../shared/board/commands/edit-card.ts'
import type { CardId } from '../../../../shared/ids.ts'
import type { BoardSession } from '../../../session/board-session.svelte.ts'
import type { Span } from './span.ts'

/** Writes the dates of an action as one step; what somebody states is no longer inferred. */
export function setSpan(session: BoardSession, id: CardId, { start, end }: Span): void {
  const card = session.board.card(id)
  if (card?.kind !== 'action') return
  const stated = [
    ...((card.start ?? null) === start ? [] : ['start']),
    ...((card.end ?? null) === end ? [] : ['end']),
  ]
  if (stated.length === 0) return
  const inferred = card.inferred?.filter((name) => !stated.includes(name))
  session.act((doc) =>
    editCard<'action'>(doc, id, {
      start: start ?? undefined,
      end: end ?? undefined,
      ...(card.inferred && { inferred: inferred && inferred.length > 0 ? inferred : undefined }),
    }),
  )
}
