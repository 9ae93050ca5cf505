import { copyText } from '../copy-text.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { linkOfPlace, type LinkedPlace } from '../session/place-link.ts'
import { onlyCard, type Action } from './action.ts'

/** The address of one card, for a message or a document. */
export const linkCard: Action = {
  id: 'links.card',
  group: 'edit',
  label: m.find_copy_card_link,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => onlyCard(session, cards) !== null,
  run(session, cards) {
    const card = onlyCard(session, cards)
    if (card !== null) void copy(session, { card })
  },
}

/** The address of the view that is shown. */
export const linkView: Action = {
  id: 'links.view',
  group: 'table',
  label: m.find_copy_view_link,
  shortcuts: [],
  everywhere: true,
  enabled: () => true,
  run: (session) => void copy(session, { view: session.view }),
}

async function copy(session: BoardSession, place: LinkedPlace): Promise<void> {
  const link = linkOfPlace(location.origin, session.id, place)
  const done = await copyText(link)
  session.tools.say(
    done ? m.find_link_copied() : m.find_link_not_copied({ link }),
    done ? 'plain' : 'trouble',
  )
}
