import * as Y from 'yjs'
import { isRecord, type YRecord } from '../schema.ts'
import { decodeRecord, decodeValue, encodeRecord, encodeValue, tagged } from '../whole-value.ts'
import { differenceOf } from './edit-card.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Makes a record read as it did (`encodeRecord`), touching only what differs, so that what others write meanwhile
 * elsewhere merges with it. Returns whether anything was written.
 */
export function restoreRecord(records: Y.Map<YRecord>, id: string, then: unknown): boolean {
  const now = records.get(id)
  if (!isRecord(now) || tagged(then) !== null || then === null || typeof then !== 'object') {
    if (now !== undefined && same(encodeRecord(now), then)) return false
    records.set(id, decodeRecord(then) as YRecord)
    return true
  }
  return restoreEntries(now, then as Json)
}

/** The same for every key of a map; keys that were not there go, but for those to be left alone. */
export function restoreEntries(map: Y.Map<unknown>, then: Json, leave: readonly string[] = []): boolean {
  let isChanged = false
  for (const [key, json] of Object.entries(then)) {
    if (leave.includes(key) || same(encodeValue(map.get(key)), json)) continue
    restoreValue(map, key, json)
    isChanged = true
  }
  for (const key of [...map.keys()]) {
    if (Object.hasOwn(then, key) || leave.includes(key)) continue
    map.delete(key)
    isChanged = true
  }
  return isChanged
}

function restoreValue(map: Y.Map<unknown>, key: string, json: unknown): void {
  const now = map.get(key)
  const [tag, text] = tagged(json) ?? []
  const isPlain = now instanceof Y.Text && typeof plainTextOf(now) === 'string'
  if (tag !== '$text' || typeof text !== 'string' || !isPlain) {
    map.set(key, decodeValue(json))
    return
  }
  const change = differenceOf(now.toString(), text)
  if (!change) return
  if (change.removed > 0) now.delete(change.at, change.removed)
  if (change.inserted) now.insert(change.at, change.inserted)
}

/** The text as a string; something else when it has formats or embeds, which a string would lose. */
const plainTextOf = (text: Y.Text): unknown => tagged(encodeValue(text))?.[1]

/** Keys may have been written in another order. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
