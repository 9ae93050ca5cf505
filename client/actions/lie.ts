import { isFrame } from '../../shared/board/card.ts'
import type { Step } from '../../shared/board/commands/stack-cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { cardsOf, type Action } from './action.ts'
import { putAndLay, withPart } from './with-part.ts'

/** How cards lie on the canvas: locked, grouped, above or below, folded. */

type Laying = Awaited<ReturnType<typeof putAndLay>>
type How = (doc: Parameters<Laying['lockCards']>[0], laying: Laying) => void

/** Lays cards with a part of the page that comes with the canvas's menu, and says that they are laid. */
function lay(session: BoardSession, how: How, said = ''): void {
  withPart(session, putAndLay, (laying) => {
    session.act((doc) => how(doc, laying))
    if (said) session.tools.say(said)
  })
}

/** Cards keep their place, and can still be written in; once all of them do, they are let go. */
export const lock: Action = {
  id: 'lock',
  group: 'arrange',
  label: m.canvas_lock,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 0,
  run(session, cards) {
    const ids = cardsOf(session, cards)
    const isLocked = !ids.every((id) => session.board.card(id)?.locked)
    const said = isLocked ? m.canvas_lock_done() : m.canvas_unlock_done()
    lay(session, (doc, { lockCards }) => lockCards(doc, ids, isLocked), said)
  },
}

/** Several cards are chosen and moved together from now on; a group is taken apart. */
export const group: Action = {
  id: 'group',
  group: 'arrange',
  canvasOnly: true,
  label: m.canvas_group,
  shortcuts: [{ key: 'g', ctrl: true, shift: false }],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 1,
  run(session, cards) {
    const ids = cardsOf(session, cards)
    const together = !isOneGroup(session, ids)
    const said = together ? m.canvas_group_done({ count: ids.length }) : m.canvas_ungroup_done()
    lay(session, (doc, { groupCards }) => groupCards(doc, ids, together), said)
  },
}

const stack = (id: string, label: () => string, step: Step): Action => ({
  id,
  group: 'arrange',
  canvasOnly: true,
  label,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && cardsOf(session, cards).length > 0,
  run(session, cards) {
    const ids = cardsOf(session, cards)
    lay(session, (doc, { stackCards }) => stackCards(doc, ids, step))
  },
})

/** In the order in which menus show them: from the top to the bottom. */
export const stacks: readonly Action[] = [
  stack('toFront', m.canvas_to_front, 'front'),
  stack('forward', m.canvas_forward, 'forward'),
  stack('backward', m.canvas_backward, 'backward'),
  stack('toBack', m.canvas_to_back, 'back'),
]

/** Of a frame only its heading is seen, with its badge and its total; everybody sees it so. */
export const fold: Action = {
  id: 'fold',
  group: 'arrange',
  label: m.canvas_fold,
  shortcuts: [],
  ofCards: true,
  enabled: (session, cards) => session.canWrite && framesOf(session, cards).length > 0,
  run(session, cards) {
    const ids = framesOf(session, cards)
    const isFolded = !ids.every((id) => session.board.card(id)?.folded)
    const said = isFolded ? m.canvas_fold_done() : m.canvas_unfold_done()
    lay(session, (doc, { foldFrames }) => foldFrames(doc, ids, isFolded), said)
  },
}

function framesOf(session: BoardSession, cards?: readonly CardId[]): readonly CardId[] {
  return cardsOf(session, cards).filter((id) => {
    const card = session.board.card(id)
    return card !== undefined && isFrame(card)
  })
}

function isOneGroup({ board }: BoardSession, ids: readonly CardId[]): boolean {
  const groups = new Set(ids.map((id) => board.card(id)?.group))
  return groups.size === 1 && !groups.has(undefined)
}
