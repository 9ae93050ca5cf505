import { isFrame, type Card } from '../../shared/board/card.ts'
import { resizeFrame } from '../../shared/board/commands/move-cards.ts'
import { isFolded } from '../../shared/board/folded.ts'
import { around, boxOf, type Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { carriedWith } from '../tools/move-drag.ts'
import { resized } from '../tools/resize-drag.ts'
import { onlyCard, type Action } from './action.ts'
import { isBurst } from './burst.ts'

const STEP = 24
/** Around what a frame holds; its heading stands above. */
const PADDING = 28
const HEADING = 56

const WAYS = [
  { id: 'resize.wider', key: 'ArrowRight', by: [STEP, 0], label: m.canvas_frame_wider },
  { id: 'resize.narrower', key: 'ArrowLeft', by: [-STEP, 0], label: m.canvas_frame_narrower },
  { id: 'resize.taller', key: 'ArrowDown', by: [0, STEP], label: m.canvas_frame_taller },
  { id: 'resize.shorter', key: 'ArrowUp', by: [0, -STEP], label: m.canvas_frame_shorter },
] as const

/** Gives a frame another size without dragging: its right and its lower edge move, what lies in it stays. */
const steps: readonly Action[] = WAYS.map(({ id, key, by, label }) => ({
  id,
  group: 'arrange',
  canvasOnly: true,
  ofCards: true,
  label,
  shortcuts: [{ key, alt: true, shift: true }],
  enabled: (session, cards) => session.canWrite && frameOf(session, cards) !== null,
  run(session, cards) {
    const frame = frameOf(session, cards)
    if (frame) resize(session, frame, resized(boxOf(frame), 'bottomRight', by))
  },
}))

/** Makes a frame as large as what it holds. */
const fitFrame: Action = {
  id: 'resize.fit',
  group: 'arrange',
  canvasOnly: true,
  ofCards: true,
  label: m.canvas_frame_fit,
  shortcuts: [],
  enabled: (session, cards) => session.canWrite && held(session, frameOf(session, cards)) !== null,
  run(session, cards) {
    const frame = frameOf(session, cards)
    const box = held(session, frame)
    if (!frame || !box) return
    const [x, y] = [box.x - PADDING, box.y - HEADING]
    resize(session, frame, {
      x,
      y,
      width: box.width + 2 * PADDING,
      height: box.height + HEADING + PADDING,
    })
  },
}

export const resizes: readonly Action[] = [...steps, fitFrame]

function frameOf(session: BoardSession, cards: readonly CardId[] | undefined): Card | null {
  const id = onlyCard(session, cards)
  const card = id === null ? undefined : session.board.card(id)
  return card && isFrame(card) && !card.locked && !isFolded(card) ? card : null
}

function held({ board, index }: BoardSession, frame: Card | null): Box | null {
  if (!frame) return null
  const inside = [...carriedWith({ board }, [frame.id])].filter((id) => id !== frame.id)
  return around(inside.map((id) => index.box(id)).filter((box) => box !== null))
}

function resize(session: BoardSession, { id }: Card, { x, y, width, height }: Box): void {
  const command = (doc: Parameters<typeof resizeFrame>[0]): void =>
    resizeFrame(doc, id, [x, y], [width, height])
  if (isBurst(session.tools, `size of ${id}`)) session.type(command)
  else session.act(command)
}
