import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { isFrame, type CardKind } from '../card.ts'
import { freePlace } from '../free-place.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { editText } from './edit-card.ts'
import { pasteLines, wordsOf } from './paste-lines.ts'
import { putIntoIntervention } from './put-into-intervention.ts'

/** The lines of a pasted text that would become cards of their own; none when it is a single line. */
export function pastedLines(text: string): string[] {
  const lines = text.split(/[\r\n\u2028]+/).filter((line) => line.trim() !== '')
  return lines.length > 1 ? lines : []
}

/**
 * Pastes several lines into the title of a card: the first becomes its title when it has none, each other one a card of
 * the same kind and intervention beside it. Frames are not multiplied. Returns the last card made, or null.
 */
export function pasteRows(
  doc: Y.Doc,
  into: CardId,
  lines: readonly string[],
  origin: Origin = LOCAL,
): CardId | null {
  const board = boardOf(doc)
  const card = board.cards.get(into)
  if (!card) return null
  const empty = card.title.trim() === ''
  const [first = '', ...others] = lines
  if (empty) {
    const { title, body } = wordsOf(first.trim())
    editText(doc, into, 'title', title, origin)
    if (body !== '' && card.body === '') editText(doc, into, 'body', body, origin)
  }
  const rest = empty ? others : lines
  if (isFrame(card) || rest.length === 0) return null
  const at = freePlace(board, card.kind, into)
  const { ids } = pasteLines(doc, rest.join('\n'), card.kind as CardKind, at, origin)
  if (card.kind === 'action' && card.intervention !== undefined)
    putIntoIntervention(doc, ids, card.intervention as CardId, origin)
  return ids.at(-1) ?? null
}
