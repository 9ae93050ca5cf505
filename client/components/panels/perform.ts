import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { editLink, linkCards } from '../../../shared/board/commands/link-cards.ts'
import type { Act } from '../../../shared/plan/act.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { openCard } from './open-card.ts'

/**
 * Does the one act that would mend a finding: at once, as one step that can be undone, where it needs no words (true), or
 * by opening the card with the cursor where they go (false).
 */
export function perform(session: BoardSession, act: Act): boolean {
  switch (act.kind) {
    case 'fill':
      openCard(session, act.card, { field: act.field })
      return false
    case 'fillLink':
      openCard(session, act.card, { field: act.field, link: act.link })
      return false
    case 'search':
      openCard(session, act.card, { field: `${act.link} ${act.end}` })
      return false
    case 'addIndicator': {
      const card = session.board.card(act.action)
      if (card?.kind !== 'action') return false
      const indicators = [...(card.indicators ?? []), { type: 'output', label: '' } as const]
      session.act((doc) => editCard<'action'>(doc, act.action, { indicators }))
      openCard(session, act.action, { field: 'lastIndicator' })
      return false
    }
    case 'link':
      return session.act((doc) => linkCards(doc, { kind: act.link, from: act.from, to: act.to }))?.ok ?? false
    case 'confirmCommitment':
      session.act((doc) => editLink<'commits'>(doc, act.link, { state: 'confirmed' }))
      return true
  }
}
