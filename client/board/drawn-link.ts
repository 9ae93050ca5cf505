import type { Link } from '../../shared/board/link.ts'
import type { Box } from '../../shared/geometry/box.ts'
import { linkPath, type LinkPath } from '../../shared/geometry/link-path.ts'
import { reachOf, routeLink, type Manner, type Route } from '../../shared/geometry/route-link.ts'

/**
 * Whether a link is drawn against its own direction. "Action answers need" is drawn from the need to the action, because
 * the board is read from the need to the money.
 */
export const isDrawnBackwards = (link: Pick<Link, 'kind'>): boolean => link.kind === 'answers'

/** Whether the drawing ends in an arrow head; what goes both ways has none. */
export const hasArrow = (link: Pick<Link, 'kind'>): boolean =>
  link.kind !== 'complements' && link.kind !== 'relates'

/**
 * The way of a link between the boxes of its two ends, in the direction of reading, around the cards that `obstaclesIn`
 * finds in a box.
 */
export function routeBetween(
  link: DirectedLink,
  from: Box,
  to: Box,
  obstaclesIn: (box: Box) => readonly Box[],
): Route {
  const manner = mannerOf(link, to)
  return isDrawnBackwards(link)
    ? routeLink(to, from, obstaclesIn, manner)
    : routeLink(from, to, obstaclesIn, manner)
}

/** The box in which everything lies that decides the way of a link. */
export const reachBetween = (link: DirectedLink, from: Box, to: Box): Box =>
  isDrawnBackwards(link) ? reachOf(to, from, mannerOf(link, to)) : reachOf(from, to, mannerOf(link, to))

/** The plain curve of a link, whatever stands in its way. */
export const pathBetween = (link: DirectedLink, from: Box, to: Box): LinkPath =>
  isDrawnBackwards(link) ? linkPath(to, from) : linkPath(from, to, mannerOf(link, to).shift)

type DirectedLink = Pick<Link, 'kind' | 'id'>

const mannerOf = ({ kind, id }: DirectedLink, to: Box): Manner => ({
  // Money arrives below the middle of a side, where the line to the axis does not leave.
  ...(kind === 'finances' && { shift: to.height / 4 }),
  lean: leanOf(id),
})

/** One of seven places in a lane, the same for everybody. */
function leanOf(id: string): number {
  let sum = 0
  for (let nth = 0; nth < id.length; nth++) sum = (sum * 31 + id.charCodeAt(nth)) % 9973
  return (sum % 7) / 3 - 1
}

/** Where a link touches the cards at its two ends. */
export const endPoints = (
  link: Pick<Link, 'kind'>,
  { start, end }: LinkPath,
): { readonly from: LinkPath['start']; readonly to: LinkPath['end'] } =>
  isDrawnBackwards(link) ? { from: end, to: start } : { from: start, to: end }
