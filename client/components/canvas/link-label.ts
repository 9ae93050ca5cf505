import type { Link } from '../../../shared/board/link.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import { pointOn } from '../../../shared/geometry/link-path.ts'
import { euro } from '../../../shared/money.ts'
import { linkWord } from '../../board/kinds.ts'
import type { Inks } from './inks.ts'
import { styleOf, type DrawnLink } from './paint-links.ts'

/** What a link says beside its line: the money, or its word where the line alone does not tell. */
export function labelOf(link: Link): string | null {
  switch (link.kind) {
    case 'finances':
      return link.cents === undefined ? null : euro(link.cents)
    case 'relates':
      return link.label?.trim() || null
    case 'enables':
    case 'complements':
    case 'commits':
      return linkWord(link.kind)
    case 'answers':
    case 'programmedUnder':
      return null
  }
}

/** Along the curve, where a label is looked for: the middle first. */
export const STATIONS = [0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84]
const LINE = 16

/** Where a label of a width stands on its line, or beside it; null when everything there is covered. */
export function labelBox(
  { path }: DrawnLink,
  width: number,
  isCovered: (box: Box) => boolean,
): { readonly box: Box; readonly isOnLine: boolean } | null {
  // Beside a line that falls, on one that runs: on a short falling one it would hide it whole.
  const falls = Math.abs(path.end[1] - path.start[1]) > Math.abs(path.end[0] - path.start[0])
  const boxAt = (t: number): Box => {
    const [x, y] = pointOn(path, t)
    return { x: falls ? x + 5 : x - width / 2, y: y - LINE / 2, width, height: LINE }
  }
  const box = STATIONS.map(boxAt).find((one) => !isCovered(one))
  return box ? { box, isOnLine: !falls } : null
}

export const labelsInk = ({ kind }: Pick<Link, 'kind'>, inks: Inks): string =>
  kind === 'finances' || kind === 'commits' ? styleOf(kind, inks).ink : inks.secondary
