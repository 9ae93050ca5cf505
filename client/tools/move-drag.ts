import { isFrame, type Card, type Point } from '../../shared/board/card.ts'
import { carriedBy, moveCards, type Move } from '../../shared/board/commands/move-cards.ts'
import { sizeOn } from '../../shared/board/folded.ts'
import { around, type Box } from '../../shared/geometry/box.ts'
import { snap } from '../../shared/geometry/snap.ts'
import type { CardId } from '../../shared/ids.ts'
import { interventionAround } from '../board/hit.ts'
import { m } from '../paraglide/messages.js'
import { neighboursOf, snapReach } from './neighbours.ts'
import type { Desk, Drag, Keys } from './tool.ts'

/**
 * Moves cards with what their frames carry. While it lasts only this browser's drawing and presence know; the drop is
 * one command. Shift keeps to one axis, Ctrl switches the snapping off. `held` is the card under the hand, and stays
 * there whatever a colleague does to it meanwhile.
 */
export function moveDrag(desk: Desk, chosen: Iterable<CardId>, from: Point, held: CardId): Drag {
  const wanted = [...chosen]
  const ids = movedWith(desk, wanted)
  const began = desk.board.card(held)?.at
  let by: Point = [0, 0]
  let last: readonly [to: Point, keys: Keys] | null = null

  const show = (next: Point | null): void => {
    for (const id of ids) {
      const view = desk.board.cards.get(id)
      if (view) view.preview = next
    }
  }
  /** Where the hand is, from where the held card rests now. */
  const wayTo = (to: Point, keys: Keys): Point => {
    const [dx, dy] = straight([to[0] - from[0], to[1] - from[1]], keys)
    const rests = desk.board.card(held)?.at
    return began && rests ? [dx + began[0] - rests[0], dy + began[1] - rests[1]] : [dx, dy]
  }
  const move = (to: Point, keys: Keys): void => {
    last = [to, keys]
    const rests = around([...ids].map((id) => desk.index.box(id)).filter((box) => box !== null))
    if (!rests) return
    const way = wayTo(to, keys)
    const { by: nudge, guides } = keys.ctrl ? FREE : snapped(desk, rests, ids, way)
    by = [Math.round(way[0] + nudge[0]), Math.round(way[1] + nudge[1])]
    show(by)
    desk.tools.sketch = { guides, frame: frameFor(desk, ids, by), moved: ids }
    desk.presence.tell({ drag: { ids: [...ids], by } })
  }
  const stop = desk.board.onChange(({ cards }) => {
    if (last && [...cards].some((id) => ids.has(id))) move(...last)
  })
  const end = (): void => {
    stop()
    show(null)
    desk.tools.sketch = {}
    desk.presence.tell({ drag: null })
  }

  return {
    move,
    drop() {
      const now = stillMoved(desk, wanted, ids)
      const moves = [...now].flatMap((id) => moveOf(desk, now, id, by))
      end()
      if (now.size === 0 && desk.board.card(held)) desk.tools.say(m.canvas_locked())
      if (moves.length > 0 && (by[0] !== 0 || by[1] !== 0)) desk.act((doc) => moveCards(doc, moves))
    },
    cancel: end,
  }
}

/**
 * What is dropped, after what colleagues did during the drag: not what they locked or took out of a frame; what they put
 * into one goes with it.
 */
function stillMoved(desk: Desk, chosen: readonly CardId[], ids: ReadonlySet<CardId>): ReadonlySet<CardId> {
  const isJoined = (id: CardId): boolean => {
    const card = desk.board.card(id)
    const frame = card?.kind === 'action' ? (card.intervention ?? card.foldedIn) : card?.foldedIn
    return frame !== undefined && ids.has(frame as CardId)
  }
  return new Set([...movedWith(desk, chosen)].filter((id) => ids.has(id) || isJoined(id)))
}

/**
 * Where one card goes, and which intervention it then belongs to: the frame its middle lies in, none outside, and as
 * it was when it moves together with its own frame. Nothing when somebody took the card away meanwhile.
 */
export function moveOf(
  desk: Pick<Desk, 'board' | 'index'>,
  ids: ReadonlySet<CardId>,
  id: CardId,
  by: Point,
): Move[] {
  const card = desk.board.card(id)
  if (!card) return []
  const to: Point = [card.at[0] + by[0], card.at[1] + by[1]]
  const frame = card.kind === 'action' ? newFrameOf(desk, ids, card, by) : undefined
  return [{ id, to, ...(frame !== undefined && { intervention: frame }) }]
}

/** What of the chosen cards can be moved, with what the chosen frames carry: what is locked stays. */
export const movedWith = (desk: Pick<Desk, 'board'>, chosen: Iterable<CardId>): ReadonlySet<CardId> =>
  carriedWith(
    desk,
    [...chosen].filter((id) => !desk.board.card(id)?.locked),
  )

/** The chosen cards, and what the chosen frames carry. */
export function carriedWith(desk: Pick<Desk, 'board'>, chosen: Iterable<CardId>): ReadonlySet<CardId> {
  const ids = [...chosen]
  const hasFrame = ids.some((id) => isFrame(desk.board.card(id) ?? { kind: 'none' }))
  if (!hasFrame) return new Set(ids)
  const cards = new Map<CardId, Card>()
  for (const [id, view] of desk.board.cards) cards.set(id, view.card)
  return carriedBy({ cards }, ids)
}

const FREE = { by: [0, 0] as Point, guides: [] }

/** The longer of the two ways, while Shift is down. */
const straight = ([x, y]: Point, { shift }: Keys): Point =>
  !shift ? [x, y] : Math.abs(x) >= Math.abs(y) ? [x, 0] : [0, y]

function snapped(desk: Desk, rests: Box, ids: ReadonlySet<CardId>, by: Point) {
  const moving = { ...rests, x: rests.x + by[0], y: rests.y + by[1] }
  return snap(moving, neighboursOf(desk, moving, ids), snapReach(desk))
}

/** The frame to light up: the one that would take the actions dropped now. */
function frameFor(desk: Desk, ids: ReadonlySet<CardId>, by: Point): CardId | null {
  for (const id of ids) {
    const card = desk.board.card(id)
    if (card?.kind !== 'action' || (card.intervention !== undefined && ids.has(card.intervention as CardId)))
      continue
    const frame = interventionAround(desk, middleOf(card, by), ids)
    if (frame !== null) return frame
  }
  return null
}

function newFrameOf(
  desk: Pick<Desk, 'board' | 'index'>,
  ids: ReadonlySet<CardId>,
  card: Extract<Card, { kind: 'action' }>,
  by: Point,
): CardId | null | undefined {
  if (card.intervention !== undefined && ids.has(card.intervention as CardId)) return undefined
  const frame = interventionAround(desk, middleOf(card, by), ids)
  return frame === (card.intervention ?? null) ? undefined : frame
}

const middleOf = (card: Card, by: Point): Point => [
  card.at[0] + sizeOn(card)[0] / 2 + by[0],
  card.at[1] + sizeOn(card)[1] / 2 + by[1],
]
