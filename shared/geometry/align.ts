import type { Box } from './box.ts'

type By = readonly [dx: number, dy: number]

export const EDGES = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
/** `centre` is a vertical line through the middles, `middle` a horizontal one. */
export type Edge = (typeof EDGES)[number]

/**
 * How far each box moves so that all of them share an edge of the box around them, or its middle. What is `fixed` stays, and
 * the others come to its line. In the order given.
 */
export function align(boxes: readonly Box[], edge: Edge, fixed: readonly boolean[] = []): readonly By[] {
  const axis = edge === 'left' || edge === 'centre' || edge === 'right' ? 'x' : 'y'
  const share = edge === 'left' || edge === 'top' ? 0 : edge === 'right' || edge === 'bottom' ? 1 : 0.5
  const spans = boxes.map((box) => spanOf(box, axis))
  const stay = spans.filter((_, nth) => fixed[nth])
  const line = at(around(stay.length > 0 ? stay : spans), share)
  return spans.map((span, nth) => (fixed[nth] ? STAYS : along(axis, line - at(span, share))))
}

/**
 * How far each box moves so that the gaps between them are equal, from the first to the last along an axis, which stay where
 * they are; so does what is `fixed`, and the gaps are equal from one of those to the next. In the order given.
 */
export function distribute(
  boxes: readonly Box[],
  axis: 'x' | 'y',
  fixed: readonly boolean[] = [],
): readonly By[] {
  const spans = boxes.map((box) => spanOf(box, axis))
  const moves: By[] = spans.map(() => STAYS)
  const order = [...spans.keys()].sort((a, b) => middle(spans, a) - middle(spans, b))
  let run: number[] = []
  let last: Span | null = null
  const spread = (next: Span | null): void => {
    const between = run.flatMap((nth) => spans[nth] ?? [])
    const froms = evenly(between, last, next)
    run.forEach((nth, at) => (moves[nth] = along(axis, (froms[at] ?? 0) - (between[at]?.from ?? 0))))
    run = []
    last = next
  }
  for (const nth of order)
    if (fixed[nth]) spread(spans[nth] ?? null)
    else run.push(nth)
  spread(null)
  return moves
}

/** Where spans begin when they stand with equal gaps between two that stay; without one, the outermost of them stays. */
function evenly(spans: readonly Span[], before: Span | null, after: Span | null): number[] {
  if (spans.length === 0) return []
  const whole = around(spans)
  const start = before ? before.from + before.length : whole.from
  const end = after ? after.from : whole.from + whole.length
  const gaps = spans.length - 1 + (before ? 1 : 0) + (after ? 1 : 0)
  const gap = (end - start - spans.reduce((sum, { length }) => sum + length, 0)) / Math.max(1, gaps)
  let next = before ? start + gap : start
  return spans.map(({ length }) => {
    const from = next
    next += length + gap
    return from
  })
}

const STAYS: By = [0, 0]

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
