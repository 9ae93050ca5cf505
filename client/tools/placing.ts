import { isFrame, type FieldsOf, type Kind, type Point, type Size } from '../../shared/board/card.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { CARD_SIZE, FRAME_MIN_SIZE } from '../../shared/board/schema.ts'
import { expand, type Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardIndex } from '../board/board-index.ts'
import { interventionAround } from '../board/hit.ts'
import { rankOver } from '../board/rank-over.ts'
import { m } from '../paraglide/messages.js'
import type { Desk } from './tool.ts'
import type { Blank } from './toolbox.svelte.ts'

/** A new frame holds two cards side by side with room around them. */
const NEW_FRAME: Size = [2 * CARD_SIZE[0] + 84, 2 * CARD_SIZE[1] + 120]
const GAP = 24

export const sizeOf = (kind: Kind): Size => (isFrame({ kind }) ? NEW_FRAME : CARD_SIZE)

/**
 * Puts a card on the table with its middle at a point, chooses it and, unless its title is given, opens the title for
 * typing: one act makes a card. An action that lands in the frame of an intervention belongs to it. Null when this
 * person may not write or the board is full, which is told.
 */
export function placeCard(desk: Desk, blank: Blank, middle: Point, size = sizeOf(blank.kind)): CardId | null {
  return placeAt(desk, blank, [middle[0] - size[0] / 2, middle[1] - size[1] / 2], size)
}

/** The same for a frame that was drawn: its box as it is, never smaller than a frame may be. */
export function placeFrame(desk: Desk, blank: Blank, box: Box): CardId | null {
  const size: Size = [Math.max(box.width, FRAME_MIN_SIZE[0]), Math.max(box.height, FRAME_MIN_SIZE[1])]
  return placeAt(desk, blank, [box.x, box.y], size)
}

/** Puts a card where there is room, as near as can be to the middle of what is seen: without a pointer. */
export function placeInView(desk: Desk, blank: Blank): CardId | null {
  const { x, y, width, height } = desk.camera.view
  const size = sizeOf(blank.kind)
  const at = freeSpot(desk.index, [x + width / 2 - size[0] / 2, y + height / 2 - size[1] / 2], size)
  return placeAt(desk, blank, at, size)
}

/**
 * The free place nearest to a point, looked for in rings around it, clear of cards and of frames, that would seem to hold
 * what is put there; the point itself when forty rings are full.
 */
export function freeSpot(index: Pick<BoardIndex, 'cards' | 'frames'>, at: Point, size: Size): Point {
  const [width, height] = size
  const isFree = ([x, y]: Point): boolean => {
    const box = expand({ x, y, width, height }, GAP - 1)
    return index.cards.query(box).length === 0 && index.frames.query(box).length === 0
  }
  for (let ring = 0; ring <= 40; ring++)
    for (const [column, row] of ringOf(ring)) {
      const spot: Point = [at[0] + column * (width + GAP) * 0.5, at[1] + row * (height + GAP) * 0.5]
      if (isFree(spot)) return spot
    }
  return at
}

function placeAt(desk: Desk, blank: Blank, at: Point, size: Size): CardId | null {
  const [[x, y], [width, height]] = [at, size]
  const rank = rankOver(desk, isFrame(blank) ? 'frames' : 'cards', [{ x, y, width, height }])
  const id = desk.act((doc) =>
    addCard(doc, {
      kind: blank.kind,
      at: [Math.round(at[0]), Math.round(at[1])],
      ...(isFrame(blank) && { size: [Math.round(size[0]), Math.round(size[1])] as const }),
      ...(blank.title !== undefined && { title: blank.title }),
      fields: { ...fieldsAt(desk, blank, [x + width / 2, y + height / 2]), ...(rank && { rank }) },
    }),
  )
  if (id === null) desk.tools.say(m.canvas_board_full(), 'trouble')
  if (id == null) return null
  desk.selection.choose([id])
  if (blank.title === undefined) {
    desk.selection.editing = id
    desk.tools.fresh = id
  }
  return id
}

function fieldsAt(desk: Desk, blank: Blank, middle: Point): FieldsOf<Kind> {
  if (blank.kind !== 'action') return blank.fields ?? {}
  const intervention = interventionAround(desk, middle)
  return { ...blank.fields, ...(intervention !== null && { intervention }) }
}

/** The cells at one distance from the middle, nearest first; ring 0 is the middle itself. */
function ringOf(ring: number): readonly Point[] {
  if (ring === 0) return [[0, 0]]
  const cells: Point[] = []
  for (let column = -ring; column <= ring; column++)
    for (let row = -ring; row <= ring; row++)
      if (Math.max(Math.abs(column), Math.abs(row)) === ring) cells.push([column, row])
  return cells.sort(([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by || bx - ax || by - ay)
}
