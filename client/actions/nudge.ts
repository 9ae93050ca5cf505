import type { Point } from '../../shared/board/card.ts'
import { moveCards } from '../../shared/board/commands/move-cards.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { moveOf, movedWith } from '../tools/move-drag.ts'
import type { Action } from './action.ts'
import { isBurst } from './burst.ts'

const STEP = 4
const LEAP = 24

const WAYS = {
  ArrowLeft: { by: [-1, 0], label: m.canvas_move_left },
  ArrowRight: { by: [1, 0], label: m.canvas_move_right },
  ArrowUp: { by: [0, -1], label: m.canvas_move_up },
  ArrowDown: { by: [0, 1], label: m.canvas_move_down },
} as const

/** Moves the chosen cards by the arrow keys, farther with Shift. */
export const nudges: readonly Action[] = Object.entries(WAYS).flatMap(([key, { by, label }]) =>
  [false, true].map((far): Action => ({
    id: `nudge${key}${far ? 'Far' : ''}`,
    group: 'arrange',
    canvasOnly: true,
    label: () => (far ? m.find_far({ way: label() }) : label()),
    shortcuts: [{ key, shift: far }],
    enabled: ({ canWrite, selection }) => canWrite && selection.cards.size > 0,
    run: (session) => nudge(session, [by[0] * (far ? LEAP : STEP), by[1] * (far ? LEAP : STEP)]),
  })),
)

function nudge(session: BoardSession, by: Point): void {
  const ids = movedWith(session, session.selection.cards)
  if (ids.size === 0) return session.tools.say(m.canvas_locked())
  const moves = [...ids].flatMap((id) => moveOf(session, ids, id, by))
  if (isBurst(session.tools, [...ids].sort().join())) session.type((doc) => moveCards(doc, moves))
  else session.act((doc) => moveCards(doc, moves))
}
