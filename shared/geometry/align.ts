import type { Box } from './box.ts'

type By = readonly [dx: number, dy: number]

export const EDGES = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
/** `centre` is a vertical line through the middles, `middle` a horizontal one. */
export type Edge = (typeof EDGES)[number]

/** How far each box moves so that all of them share an edge of the box around them, or its middle. In the order given. */
export function align(boxes: readonly Box[], edge: Edge): readonly By[] {
  const axis = edge === 'left' || edge === 'centre' || edge === 'right' ? 'x' : 'y'
  const share = edge === 'left' || edge === 'top' ? 0 : edge === 'right' || edge === 'bottom' ? 1 : 0.5
  const spans = boxes.map((box) => spanOf(box, axis))
  const line = at(around(spans), share)
  return spans.map((span) => along(axis, line - at(span, share)))
}

/**
 * How far each box moves so that the gaps between them are equal, from the first to the last along an axis, which stay where
 * they are. In the order given.
 */
export function distribute(boxes: readonly Box[], axis: 'x' | 'y'): readonly By[] {
  const spans = boxes.map((box) => spanOf(box, axis))
  const order = [...spans.keys()].sort((a, b) => middle(spans, a) - middle(spans, b))
  const whole = around(spans)
  const free = whole.length - spans.reduce((sum, { length }) => sum + length, 0)
  const gap = free / Math.max(1, spans.length - 1)
  const moves: By[] = spans.map(() => [0, 0])
  let next = whole.from
  for (const nth of order) {
    const span = spans[nth]
    if (!span) continue
    moves[nth] = along(axis, next - span.from)
    next += span.length + gap
  }
  return moves
}

interface Span {
  readonly from: number
  readonly length: number
}

const spanOf = ({ x, y, width, height }: Box, axis: 'x' | 'y'): Span =>
  axis === 'x' ? { from: x, length: width } : { from: y, length: height }

const at = ({ from, length }: Span, share: number): number => from + share * length
const middle = (spans: readonly Span[], nth: number): number => at(spans[nth] ?? { from: 0, length: 0 }, 0.5)
const along = (axis: 'x' | 'y', by: number): By => (axis === 'x' ? [by, 0] : [0, by])

function around(spans: readonly Span[]): Span {
  const from = Math.min(...spans.map((span) => span.from))
  const to = Math.max(...spans.map((span) => span.from + span.length))
  return { from, length: to - from }
}
