import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { isFrame, type CardKind } from '../card.ts'
import { freePlace } from '../free-place.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { editText } from './edit-card.ts'
import { pasteLines, wordsOf, type LeftLine, type Pasted } from './paste-lines.ts'
import { putIntoIntervention } from './put-into-intervention.ts'

/** The lines of a pasted text that would become cards of their own; none when it is a single line. */
export function pastedLines(text: string): string[] {
  const lines = text.split(/[\r\n\u2028]+/).filter((line) => line.trim() !== '')
  return lines.length > 1 ? lines : []
}

/**
 * Pastes several lines into the title of a card: the first becomes its title when it has none, each other one a card of
 * the same kind and intervention beside it. Frames are not multiplied. Returns the cards made, and what was left out: line
 * numbers count from 1, empty lines aside.
 */
export function pasteRows(
  doc: Y.Doc,
  into: CardId,
  lines: readonly string[],
  origin: Origin = LOCAL,
): Pasted {
  const board = boardOf(doc)
  const card = board.cards.get(into)
  if (!card) return { ids: [], left: leftOver(lines, 1) }
  const left: LeftLine[] = []
  const empty = card.title.trim() === ''
  const [first = '', ...others] = lines
  if (empty) {
    const { title, body, isWhole } = wordsOf(first.trim())
    editText(doc, into, 'title', title, origin)
    if (body !== '' && card.body === '') editText(doc, into, 'body', body, origin)
    if (!isWhole || (body !== '' && card.body !== '')) left.push({ line: 1, reason: 'tooLong' })
  }
  const rest = empty ? others : lines
  const passed = empty ? 1 : 0
  if (isFrame(card)) return { ids: [], left: [...left, ...leftOver(rest, passed + 1)] }
  const at = freePlace(board, card.kind, into)
  const pasted = pasteLines(doc, rest.join('\n'), card.kind as CardKind, at, origin)
  if (card.kind === 'action' && card.intervention !== undefined)
    putIntoIntervention(doc, pasted.ids, card.intervention as CardId, origin)
  left.push(...pasted.left.map(({ line, reason }) => ({ line: line + passed, reason })))
  return { ids: pasted.ids, left }
}

const leftOver = (lines: readonly string[], from: number): LeftLine[] =>
  lines.map((_, nth) => ({ line: from + nth, reason: 'notACard' }))
