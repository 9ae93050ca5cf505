import { isFrame, type Card, type FieldsOf, type Kind } from '../../shared/board/card.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { linkCards } from '../../shared/board/commands/link-cards.ts'
import type { LinkFieldsOf, LinkKind } from '../../shared/board/link.ts'
import { LOCAL } from '../../shared/board/origin.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { carriedWith } from '../tools/move-drag.ts'
import type { Doc } from '../tools/tool.ts'
import type { Action } from './action.ts'

const STEP = 24

/** Copies the chosen cards a step aside, with what their frames hold and the links among them, as one step of undo. */
export const duplicate: Action = {
  id: 'duplicate',
  label: m.canvas_duplicate,
  shortcuts: [{ key: 'd', ctrl: true }],
  enabled: ({ canWrite, selection }) => canWrite && selection.cards.size > 0,
  run(session) {
    const copies = session.act((doc) => doc.transact(() => copyAll(session, doc), LOCAL))
    if (!copies || copies.size === 0) return
    session.selection.choose(copies.values())
    session.tools.say(m.canvas_duplicated({ count: copies.size }))
  },
}

type Copies = ReadonlyMap<CardId, CardId>

/** Returns the copies by the id of what they are copies of. */
function copyAll(session: BoardSession, doc: Doc): Copies {
  const copies = new Map<CardId, CardId>()
  const cards = [...carriedWith(session, session.selection.cards)]
    .map((id) => session.board.card(id))
    .filter((card) => card !== undefined)
  // Frames first: their actions name them.
  for (const card of [...cards].sort((a, b) => Number(isFrame(b)) - Number(isFrame(a)))) {
    const copy = addCard(doc, copyOf(card, copies))
    if (copy === null) session.tools.say(m.canvas_board_full(), 'trouble')
    else copies.set(card.id, copy)
  }
  for (const { id: _, kind, from, to, ...fields } of session.board.links.values()) {
    const [first, second] = [copies.get(from), copies.get(to)]
    if (first && second)
      linkCards(doc, { kind, from: first, to: second, fields: fields as LinkFieldsOf<LinkKind> })
  }
  return copies
}

/** A copy speaks for itself, and belongs to the copy of its frame when there is one. */
function copyOf(card: Card, copies: Copies) {
  const { id: _id, deleted: _deleted, kind, at, size, title, body, ...rest } = card
  const fields: Record<string, unknown> = { ...rest }
  delete fields['mergedInto']
  if (card.kind === 'action' && card.intervention !== undefined)
    fields['intervention'] = copies.get(card.intervention as CardId) ?? card.intervention
  return {
    kind,
    at: [at[0] + STEP, at[1] + STEP] as const,
    size,
    title,
    body,
    fields: fields as FieldsOf<Kind>,
  }
}
