import { CARD_KINDS, FRAME_KINDS, NATURES, type Kind, type Nature } from '../../../shared/board/card.ts'

/** What has a sign: every kind of card, and an action of each nature. */
export const SIGNED: readonly { readonly kind: Kind; readonly nature?: Nature }[] = [
  ...[...CARD_KINDS, ...FRAME_KINDS].map((kind) => ({ kind })),
  ...NATURES.map((nature) => ({ kind: 'action' as const, nature })),
]

/** Id of the drawing of a card's kind in `Signs.svelte`. */
export const signId = (card: { readonly kind: Kind; readonly nature?: Nature }): string =>
  card.kind === 'action' && card.nature ? `sign-action-${card.nature}` : `sign-${card.kind}`

/**
 * The signs as paths of 24 × 24, read from the very drawings that the cards show as pictures, so that a card far away carries the
 * same sign as near.
 */
export function readSigns(sheet: Element): ReadonlyMap<string, Path2D> {
  const signs = new Map<string, Path2D>()
  for (const drawing of sheet.querySelectorAll('svg[id]')) {
    const path = new Path2D()
    for (const shape of drawing.querySelectorAll('path, circle, rect, line, polyline')) {
      const own = pathOf(shape)
      if (own) path.addPath(own)
    }
    signs.set(drawing.id, path)
  }
  return signs
}

/** A shape as a path; null for what is none. */
export function pathOf(shape: Element): Path2D | null {
  const number = (name: string): number => Number(shape.getAttribute(name) ?? 0)
  const path = new Path2D()
  switch (shape.tagName.toLowerCase()) {
    case 'path':
      return new Path2D(shape.getAttribute('d') ?? '')
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI)
      return path
    case 'rect':
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'))
      return path
    case 'line':
      path.moveTo(number('x1'), number('y1'))
      path.lineTo(number('x2'), number('y2'))
      return path
    case 'polyline':
      return new Path2D(`M${shape.getAttribute('points') ?? ''}`)
    default:
      return null
  }
}
