import type { CardId } from '../../shared/ids.ts'
import type { TidyBy } from '../../shared/board/tidy/sections.ts'
import type { Edge } from '../../shared/geometry/align.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { movedWith } from '../tools/move-drag.ts'
import type { Action } from './action.ts'
import { fitBoard } from './look.ts'
import type { Arrangement, Piece } from './line-up.ts'
import { putAndLay, withPart } from './with-part.ts'

const ALIGN_LABELS: Readonly<Record<Edge, () => string>> = {
  left: m.canvas_align_left,
  centre: m.canvas_align_centre,
  right: m.canvas_align_right,
  top: m.canvas_align_top,
  middle: m.canvas_align_middle,
  bottom: m.canvas_align_bottom,
}

/** Puts the chosen cards in one line. A frame takes along what it carries. */
export const aligns: readonly Action[] = (Object.keys(ALIGN_LABELS) as Edge[]).map((edge) => ({
  id: `align.${edge}`,
  group: 'arrange',
  canvasOnly: true,
  label: ALIGN_LABELS[edge],
  shortcuts: [],
  enabled: (session) => session.canWrite && piecesOf(session).length > 1,
  run: (session) => lineUp(session, { edge }),
}))

/** Makes the gaps between the chosen cards equal. */
export const distributes: readonly Action[] = (['x', 'y'] as const).map((axis) => ({
  id: `distribute.${axis}`,
  group: 'arrange',
  canvasOnly: true,
  label: axis === 'x' ? m.canvas_distribute_across : m.canvas_distribute_down,
  shortcuts: [],
  enabled: (session) => session.canWrite && piecesOf(session).length > 2,
  run: (session) => lineUp(session, { gaps: axis }),
}))

const TIDY_LABELS: Readonly<Record<TidyBy, () => string>> = {
  flow: m.canvas_tidy_flow,
  place: m.canvas_tidy_place,
  axis: m.canvas_tidy_axis,
}

/** Puts the whole board in order; one step of undo brings everything back to its place. */
export const tidies: readonly Action[] = (['flow', 'place', 'axis'] as const).map((by) => ({
  id: `tidy.${by}`,
  group: 'arrange',
  label: TIDY_LABELS[by],
  shortcuts: [],
  enabled: ({ canWrite, board }) => canWrite && board.cards.size > 1,
  run: (session) => tidy(session, by),
}))

/** Where everything goes is worked out by a part of the page that comes when it is asked for. */
function tidy(session: BoardSession, by: TidyBy): void {
  withPart(
    session,
    () => import('../../shared/board/commands/tidy-board.ts'),
    ({ tidyBoard }) => {
      session.act((doc) => tidyBoard(doc, by))
      session.tools.say(m.canvas_tidied())
      if (session.view === 'board') fitBoard(session)
    },
  )
}

/** The chosen cards but for those that a chosen frame carries. */
function piecesOf(session: BoardSession): Piece[] {
  const pieces = [...session.selection.cards].flatMap((id): Piece[] => {
    const box = session.index.box(id)
    return box ? [{ id, box, carried: movedWith(session, [id]) }] : []
  })
  const carriedBy = (id: CardId): boolean => pieces.some((one) => one.id !== id && one.carried.has(id))
  return pieces.filter(({ id }) => !carriedBy(id))
}

function lineUp(session: BoardSession, how: Arrangement): void {
  const pieces = piecesOf(session)
  withPart(session, putAndLay, ({ lineUp }) => lineUp(session, pieces, how))
}
