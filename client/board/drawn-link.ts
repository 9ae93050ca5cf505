import type { Link } from '../../shared/board/link.ts'
import type { Box } from '../../shared/geometry/box.ts'
import { linkPath, type LinkPath } from '../../shared/geometry/link-path.ts'

/**
 * Whether a link is drawn against its own direction. "Action answers need" is drawn from the need to the action, because
 * the board is read from the need to the money.
 */
export const isDrawnBackwards = (link: Pick<Link, 'kind'>): boolean => link.kind === 'answers'

/** Whether the drawing ends in an arrow head; what goes both ways has none. */
export const hasArrow = (link: Pick<Link, 'kind'>): boolean =>
  link.kind !== 'complements' && link.kind !== 'relates'

/** The curve of a link between the boxes of its two ends, in the direction of reading. */
export function pathBetween(link: Pick<Link, 'kind'>, from: Box, to: Box): LinkPath {
  // Money arrives below the middle of a side, where the line to the axis does not leave.
  const shift = link.kind === 'finances' ? to.height / 4 : 0
  return isDrawnBackwards(link) ? linkPath(to, from) : linkPath(from, to, shift)
}

/** Where a link touches the cards at its two ends. */
export function endPoints(
  link: Pick<Link, 'kind'>,
  from: Box,
  to: Box,
): { readonly from: LinkPath['start']; readonly to: LinkPath['end'] } {
  const { start, end } = pathBetween(link, from, to)
  return isDrawnBackwards(link) ? { from: end, to: start } : { from: start, to: end }
}
