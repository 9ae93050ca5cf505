import type { Card, CardOf } from '../../shared/board/card.ts'
import { mergeNeeds } from '../../shared/board/commands/merge-needs.ts'
import { putIntoIntervention } from '../../shared/board/commands/put-into-intervention.ts'
import { inReadingOrder } from '../../shared/board/outline.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import { openCard } from '../components/panels/open-card.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { showCards } from '../session/show-cards.ts'
import { cardsOf, onlyCard, type Action } from './action.ts'

/** Opens the panel of one card, with the focus in it. */
export const open: Action = {
  id: 'open',
  group: 'edit',
  label: m.outline_details,
  shortcuts: [{ key: 'Enter', ctrl: true }],
  ofCards: true,
  enabled: (session, cards) => onlyCard(session, cards) !== null,
  run(session, cards) {
    const id = onlyCard(session, cards)
    if (id !== null) openCard(session, id)
  },
}

/** Shows cards where they stand, from any other view. */
export const show: Action = {
  id: 'show',
  group: 'look',
  label: m.outline_show,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => session.view !== 'board' && cardsOf(session, cards).length > 0,
  run: (session, cards) => showCards(session, cardsOf(session, cards)),
}

/** Asks for the other card by its name: nothing is drawn or dragged. */
export const linkTo: Action = {
  id: 'linkTo',
  group: 'join',
  label: m.outline_link,
  shortcuts: [{ key: 'L', shift: true }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && onlyCard(session, cards) !== null,
  run: (session, cards) => void (session.asked = { window: 'link', cards: cardsOf(session, cards) }),
}

/** Another end or another word for the chosen link, or for one of a card: by its name, nothing is dragged. */
export const relink: Action = {
  id: 'relink',
  group: 'join',
  label: m.relink_action,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && linksAsked(session, cards).length > 0,
  run: (session, cards) => void (session.asked = { window: 'relink', links: linksAsked(session, cards) }),
}

export const moveInto: Action = {
  id: 'moveInto',
  group: 'join',
  label: m.outline_move,
  shortcuts: [{ key: 'M', shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && actionsIn(session, cards).length > 0,
  run(session, cards) {
    session.asked = { window: 'move', cards: actionsIn(session, cards).map(({ id }) => id) }
  },
}

export const takeOut: Action = {
  id: 'takeOut',
  group: 'join',
  label: m.move_out,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) =>
    session.canWrite && actionsIn(session, cards).some(({ intervention }) => intervention !== undefined),
  run(session, cards) {
    const ids = actionsIn(session, cards).map(({ id }) => id)
    session.act((doc) => putIntoIntervention(doc, ids, null))
  },
}

/** One need asks which others it speaks for; several are merged at once, the first that is read speaks for all. */
export const merge: Action = {
  id: 'merge',
  group: 'join',
  label: m.merge_with,
  shortcuts: [{ key: 'U', shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && needsIn(session, cards).length > 0,
  run(session, cards) {
    const [first, ...others] = needsIn(session, cards).map(({ id }) => id)
    if (first === undefined) return
    if (others.length === 0) session.asked = { window: 'merge', cards: [first] }
    else {
      session.act((doc) => mergeNeeds(doc, first, others))
      session.selection.choose([first])
    }
  },
}

function linksAsked(session: BoardSession, cards?: readonly CardId[]): readonly LinkId[] {
  const { board, selection } = session
  if (!cards && selection.link !== null) return [selection.link]
  const id = onlyCard(session, cards)
  if (id === null) return []
  // Those to cards in the trash wait there with them.
  return [...board.linksOf(id)].filter((one) => {
    const link = board.links.get(one)
    return link && board.cards.has(link.from) && board.cards.has(link.to)
  })
}

const cardsIn = (session: BoardSession, cards?: readonly CardId[]): readonly Card[] =>
  cardsOf(session, cards).flatMap((id) => session.board.card(id) ?? [])

const actionsIn = (session: BoardSession, cards?: readonly CardId[]): readonly CardOf<'action'>[] =>
  cardsIn(session, cards).filter((card) => card.kind === 'action')

/** The needs, when nothing else is among the cards. */
function needsIn(session: BoardSession, cards?: readonly CardId[]): readonly Card[] {
  const all = cardsIn(session, cards)
  return all.every(({ kind }) => kind === 'need') ? inReadingOrder(all) : []
}
