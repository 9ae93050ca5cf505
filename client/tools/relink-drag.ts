import { changeLink } from '../../shared/board/commands/change-link.ts'
import { fits } from '../../shared/board/link.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import { endPoints } from '../board/drawn-link.ts'
import { linkWord } from '../board/kinds.ts'
import { m } from '../paraglide/messages.js'
import { REFUSALS, titleOf } from './joining.ts'
import { landing, targetAt } from './link-drag.ts'
import type { Desk, Drag } from './tool.ts'

/** Takes one end of a link to another card; the other end stays. */
export function relinkDrag(desk: Desk, id: LinkId, end: 'from' | 'to'): Drag | null {
  const { board, index, tools } = desk
  const link = board.links.get(id)
  const path = link && index.path(link.id)
  if (!path) return null
  const [stays, held] = end === 'from' ? [link.to, link.from] : [link.from, link.to]
  const start = endPoints(link, path)[end === 'from' ? 'to' : 'from']
  let target: CardId | null = null
  const done = (): void => void (tools.sketch = {})

  const fitsWith = (other: CardId | null): boolean | null => {
    const [one, two] = [board.card(stays), other === null ? undefined : board.card(other)]
    if (!one || !two) return null
    return end === 'from' ? fits(link.kind, two.kind, one.kind) : fits(link.kind, one.kind, two.kind)
  }

  return {
    move(at) {
      target = targetAt(desk, stays, at)
      tools.sketch = { line: { from: start, to: landing(desk, target, at), fits: fitsWith(target) } }
    },
    drop() {
      done()
      if (target === null || target === held) return
      const other = target
      const result = desk.act((doc) => changeLink(doc, id, { [end]: other }))
      if (!result) return
      if (!result.ok) {
        tools.say(REFUSALS[result.reason](), 'trouble')
        return
      }
      const [one, two] = end === 'from' ? [other, link.to] : [link.from, other]
      const words = { from: titleOf(desk, one), link: linkWord(link.kind), to: titleOf(desk, two) }
      tools.say(m.relink_done(words))
    },
    cancel: done,
  }
}
