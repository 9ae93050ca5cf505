import { sign } from './card.ts'
import { PAPER } from './paper-inks.ts'
import type { Drawn, Picture, PicturedFrame } from './picture.ts'
import { cut, line } from './text.ts'
import { element } from './xml.ts'

const SIDE = 14
const TITLE = 15
const BADGE = 12
const TOTAL = 13.5
const SIGN = 15
/** Where a folded frame says what it holds. */
const HOLDS = 72

/** A frame with its title, its badge and its total: on one line where there is room, else on two. */
export function drawnFrame(one: PicturedFrame, picture: Picture, drawn: Drawn): string {
  const { card, box, badge, total } = one
  const room = box.width - 2 * SIDE
  const badgeWidth = badge === null ? 0 : drawn.measure(badge, BADGE, 600) + 35
  const totalWidth = total === '' ? 0 : drawn.measure(total, TOTAL, 600) + 10
  const text = card.title.trim() || picture.kindWord(card.kind)
  const isTight = drawn.measure(text, TITLE, 600) + badgeWidth + totalWidth + 10 > room
  const title = cut(text, isTight ? room : room - badgeWidth - totalWidth, TITLE, 600, drawn)
  const second = isTight ? 45 : 34
  const badgeAt = isTight ? SIDE : SIDE + drawn.measure(title, TITLE, 600) + 10
  const isZone = card.kind === 'zone'
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})` },
    element('rect', {
      width: box.width,
      height: box.height,
      rx: 12,
      fill: isZone ? 'none' : PAPER.frameTint,
      stroke: PAPER.frameLine,
      'stroke-dasharray': isZone ? '6 4' : undefined,
    }),
    line(title, { x: SIDE, y: isTight ? 24 : 34, size: TITLE, weight: 600, fill: PAPER.text }),
    badge === null ? '' : drawnBadge(badge, badgeAt, second, badgeWidth - 10, drawn),
    total === ''
      ? ''
      : line(total, {
          x: box.width - SIDE,
          y: second,
          size: TOTAL,
          weight: 600,
          anchor: 'end',
          fill: PAPER.text,
        }),
    drawnHolds(one, drawn),
  )
}

/** What a folded frame holds, as on the board: signs with their counts, as many as there is room for. */
function drawnHolds({ holds, box }: PicturedFrame, drawn: Drawn): string {
  const parts: string[] = []
  let x = SIDE
  for (const [kind, count] of holds) {
    const end = x + SIGN + 6 + drawn.measure(String(count), BADGE, 600)
    if (end > box.width - SIDE) break
    const fill = PAPER.kinds[kind]
    parts.push(sign(drawn.sign({ kind }), x, HOLDS - 12, SIGN, fill))
    parts.push(line(String(count), { x: x + SIGN + 6, y: HOLDS, size: BADGE, weight: 600, fill }))
    x = end + 14
  }
  return parts.join('')
}

const drawnBadge = (badge: string, x: number, base: number, width: number, drawn: Drawn): string =>
  [
    element('rect', { x, y: base - 15, width, height: 20, rx: 5, fill: PAPER.tints.fund }),
    sign(drawn.sign({ kind: 'axis' }), x + 6, base - 12, 13, PAPER.fund),
    line(badge, { x: x + 22, y: base - 1, size: BADGE, weight: 600, fill: PAPER.fund }),
  ].join('')
