import type { Point, Size } from '../board/card.ts'
import { CARD_SIZE, FRAME_MIN_SIZE } from '../board/schema.ts'
import type { ModelBoard } from './model-board.ts'

/** Where each card of a model stands, by name, and how large its frame is. */
export interface Layout {
  readonly places: ReadonlyMap<string, Point>
  readonly frameSize: Size
}

const [WIDTH, HEIGHT] = CARD_SIZE
const GAP = 28
/** Room for the word on an arrow between two cards of a column: "abilita". */
const ROW_GAP = 36
/** Room for the arrows between two columns of kinds. */
const COLUMN_GAP = 104
const HEADING = 56

/**
 * The reading order of a tidy board: needs, then the frame with its actions and the contexts under it, then axes, then
 * funds at the far right. `at` is the top left corner of the whole.
 */
export function layOut(model: ModelBoard, at: Point): Layout {
  const { actions, columns, name } = model.intervention
  const rows = Math.ceil(actions.length / columns)
  const frameSize: Size = [
    Math.max(FRAME_MIN_SIZE[0], columns * (WIDTH + GAP) + GAP),
    Math.max(FRAME_MIN_SIZE[1], HEADING + rows * (HEIGHT + ROW_GAP) - ROW_GAP + GAP),
  ]
  const places = new Map<string, Point>()
  const column = (cards: readonly { readonly name: string }[], x: number, y: number, gap = GAP): void =>
    cards.forEach((card, row) => places.set(card.name, [x, y + row * (HEIGHT + gap)]))

  let x = at[0]
  const top = at[1] + HEADING
  column(model.needs, x, top)
  if (model.needs.length > 0) x += WIDTH + COLUMN_GAP

  places.set(name, [x, at[1]])
  for (let index = 0; index < columns; index++)
    column(actions.slice(index * rows, (index + 1) * rows), x + GAP + index * (WIDTH + GAP), top, ROW_GAP)
  column(model.contexts, x + GAP, at[1] + frameSize[1] + GAP)
  x += frameSize[0] + COLUMN_GAP

  column(model.axes, x, top, ROW_GAP)
  x += WIDTH + COLUMN_GAP
  column(model.funds, x, top, ROW_GAP)
  return { places, frameSize }
}
