import type { Kind } from '../../shared/board/card.ts'
import { kindLabel } from '../board/kinds.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { placeCard as placeInList } from '../../shared/board/commands/place-card.ts'
import { placeCard, placeInView } from '../tools/placing.ts'
import type { Action } from './action.ts'
import { arrive } from './arrive.ts'

/** Single letters, only while the canvas has the focus: Italian words first, then the usual letters of whiteboards. */
const LETTERS: Readonly<Record<Kind, readonly string[]>> = {
  need: ['B', 'N'],
  action: ['A'],
  axis: ['S'],
  fund: ['F'],
  partner: ['P'],
  intervention: ['I'],
  context: ['R'],
  note: ['T'],
  zone: ['Z'],
}

const make = (kind: Kind): Action => ({
  id: `make.${kind}`,
  group: 'make',
  label: () => m.canvas_make({ kind: kindLabel(kind) }),
  shortcuts: LETTERS[kind].map((key) => ({ key, shift: false })),
  enabled: ({ canWrite, view }) => canWrite && (view === 'board' || view === 'outline'),
  run(session) {
    const { pointer } = session.tools
    if (session.view !== 'board') makeRow(session, kind)
    else if (pointer) placeCard(session, { kind }, pointer)
    else placeInView(session, { kind })
  },
})

/** One act makes a card: under the mouse when it rests on the canvas, else where there is room in view. */
export const makes: Readonly<Record<Kind, Action>> = {
  need: make('need'),
  action: make('action'),
  axis: make('axis'),
  fund: make('fund'),
  partner: make('partner'),
  intervention: make('intervention'),
  context: make('context'),
  note: make('note'),
  zone: make('zone'),
}

function makeRow(session: BoardSession, kind: Kind): void {
  const id = session.act((doc) => placeInList(doc, { kind }))
  if (id === null) session.tools.say(m.canvas_board_full(), 'trouble')
  if (id) arrive(session, [id])
}

/** The kind that a command makes, by the command's id. */
export const KINDS_MADE: ReadonlyMap<string, Kind> = new Map(
  Object.entries(makes).map(([kind, { id }]) => [id, kind as Kind]),
)
