import type * as Y from 'yjs'
import { newId, type CardId } from '../../ids.ts'
import type { CardKind, Point } from '../card.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { CARD_SIZE, cardsOf, LIMITS } from '../schema.ts'
import { cardRecord } from './records.ts'

export interface Pasted {
  readonly ids: readonly CardId[]
  /** Lines that did not become cards, or of which only the beginning did: nothing is dropped in silence. */
  readonly left: readonly LeftLine[]
}

export interface LeftLine {
  readonly line: number
  readonly reason: 'tooMany' | 'boardFull' | 'tooLong' | 'notACard'
}

const COLUMN = 6
const GAP = 24

/**
 * Makes one card of each line of a pasted text, laid out in columns of six. Bullets and numbers at the start of a line
 * are dropped; what does not fit a title goes to the body.
 */
export function pasteLines(
  doc: Y.Doc,
  text: string,
  kind: CardKind,
  at: Point,
  origin: Origin = LOCAL,
): Pasted {
  const ids: CardId[] = []
  const left: LeftLine[] = []
  const cards = cardsOf(doc)
  // Yjs counts a map by walking it: once, not for every line.
  const room = LIMITS.cards - cards.size
  doc.transact(() => {
    text.split(/\r\n|\r|\n|\u2028/).forEach((raw, index) => {
      const line = raw
        .replace(/^\s*(?:[-–—•*·▪◦]|\d{1,3}[.)])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim()
      if (line === '') return
      if (ids.length >= LIMITS.pastedLines) return left.push({ line: index + 1, reason: 'tooMany' })
      if (ids.length >= room) return left.push({ line: index + 1, reason: 'boardFull' })
      const place: Point = [
        at[0] + Math.floor(ids.length / COLUMN) * (CARD_SIZE[0] + GAP),
        at[1] + (ids.length % COLUMN) * (CARD_SIZE[1] + GAP),
      ]
      const id = newId<CardId>()
      const { title, body, isWhole } = wordsOf(line)
      if (!isWhole) left.push({ line: index + 1, reason: 'tooLong' })
      cards.set(id, cardRecord(kind, place, undefined, title, body, {}))
      ids.push(id)
    })
  }, origin)
  return { ids, left }
}

/** What a line makes of a card: what does not fit the title goes to the text, and what does not fit that is left out. */
export function wordsOf(line: string): { title: string; body: string; isWhole: boolean } {
  const [title, rest] = splitAt(line, LIMITS.title)
  const [body, over] = splitAt(rest, LIMITS.body)
  return { title, body, isWhole: over === '' }
}

/** Cuts at the last space before the limit. */
function splitAt(line: string, limit: number): [string, string] {
  if (line.length <= limit) return [line, '']
  const space = line.lastIndexOf(' ', limit)
  const at = space > limit / 2 ? space : limit
  return [line.slice(0, at).trim(), line.slice(at).trim()]
}
