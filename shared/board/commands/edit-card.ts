import * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import type { FieldsOf, Kind } from '../card.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf } from '../schema.ts'
import { setFields, type PlainFields } from './records.ts'

/** Sets plain fields of a card; `undefined` empties one. Unknown cards are left alone (a colleague may have undone them). */
export function editCard<K extends Kind>(
  doc: Y.Doc,
  id: CardId,
  fields: { [F in keyof FieldsOf<K>]?: FieldsOf<K>[F] | undefined },
  origin: Origin = LOCAL,
): void {
  const record = cardsOf(doc).get(id)
  if (record) doc.transact(() => setFields(record, fields as PlainFields), origin)
}

/**
 * Makes a shared text read `next`, touching only what differs, so that what somebody else types meanwhile elsewhere
 * in it stays. For typing: it is called at each input event. `caret` is where the caret stands in `next`: among equal letters
 * it tells which was written, so that the carets of others stay where they are.
 */
export function editText(
  doc: Y.Doc,
  id: CardId,
  key: 'title' | 'body',
  next: string,
  origin: Origin = LOCAL,
  caret?: number,
): void {
  const record = cardsOf(doc).get(id)
  if (!record) return
  const value = record.get(key)
  if (!(value instanceof Y.Text)) {
    doc.transact(() => record.set(key, new Y.Text(next)), origin)
    return
  }
  const change = typedChange(value.toString(), next, caret)
  if (!change) return
  doc.transact(() => {
    if (change.removed > 0) value.delete(change.at, change.removed)
    if (change.inserted) value.insert(change.at, change.inserted)
  }, origin)
}

/** What was typed to make a text of another, given where the caret came to stand: right behind what was written. */
export function typedChange(before: string, after: string, caret?: number): TextChange | null {
  if (before === after) return null
  const tail = caret === undefined ? -1 : after.length - caret
  if (caret === undefined || tail < 0 || tail > before.length || !before.endsWith(after.slice(caret)))
    return differenceOf(before, after)
  const most = Math.min(caret, before.length - tail)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  if (start > 0 && isHighSurrogate(before[start - 1])) start--
  return { at: start, removed: before.length - tail - start, inserted: after.slice(start, caret) }
}

export interface TextChange {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** The one stretch in which two texts differ, never splitting a surrogate pair; null when they are equal. */
export function differenceOf(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (start > 0 && isHighSurrogate(before[start - 1])) start--
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(before[before.length - end])) end--
  return { at: start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) }
}

const isHighSurrogate = (unit: string | undefined): boolean =>
  unit !== undefined && unit >= '\uD800' && unit <= '\uDBFF'
const isLowSurrogate = (unit: string | undefined): boolean =>
  unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF'
