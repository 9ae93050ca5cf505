import { CARD_KINDS, type CardKind } from '../../../shared/board/card.ts'
import { pasteLines, type Pasted } from '../../../shared/board/commands/paste-lines.ts'
import { CARD_SIZE } from '../../../shared/board/schema.ts'
import { m } from '../../paraglide/messages.js'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { fitSelection } from '../../actions/look.ts'

/** Makes a card of each pasted line, of the kind in hand or else needs, and tells how many came and what was left out. */
export function pasteText(session: BoardSession, text: string): void {
  if (!session.canWrite || text.trim() === '') return
  const { view } = session.camera
  const at = session.tools.pointer ?? [
    view.x + view.width / 2 - CARD_SIZE[0] / 2,
    view.y + view.height / 2 - CARD_SIZE[1] / 2,
  ]
  const pasted = session.act((doc) =>
    pasteLines(doc, text, kindInHand(session), [Math.round(at[0]), Math.round(at[1])]),
  )
  if (!pasted) return
  session.selection.choose(pasted.ids)
  if (pasted.ids.length > 1) fitSelection.run(session)
  session.tools.say(sentenceOf(pasted), pasted.left.length > 0 ? 'trouble' : 'plain')
}

function kindInHand({ tools }: BoardSession): CardKind {
  const kind = tools.armed.tool === 'card' ? tools.armed.blank.kind : 'need'
  return CARD_KINDS.find((one) => one === kind) ?? 'need'
}

function sentenceOf({ ids, left }: Pasted): string {
  const made = m.canvas_pasted({ count: ids.length })
  if (left.length === 0) return made
  const first = left[0]?.line ?? 0
  return `${made} ${m.canvas_paste_left({ count: left.length, line: first })}`
}
