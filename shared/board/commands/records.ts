import * as Y from 'yjs'
import type { Kind, Point, Size } from '../card.ts'
import { CARD, LINK, type YRecord } from '../schema.ts'
import type { LinkKind } from '../link.ts'

/** A value as it may be stored: plain JSON, never a Yjs type. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }
export type PlainFields = Readonly<Record<string, Plain | undefined>>

/** A new card record. Texts are shared from the start, so that two people can type in them at once. */
export function cardRecord(
  kind: Kind,
  at: Point,
  size: Size | undefined,
  title: string,
  body: string,
  fields: PlainFields,
): YRecord {
  const record = new Y.Map<unknown>()
  record.set(CARD.kind, kind)
  record.set(CARD.at, [...at])
  if (size) record.set(CARD.size, [...size])
  record.set(CARD.title, new Y.Text(title))
  record.set(CARD.body, new Y.Text(body))
  setFields(record, fields)
  return record
}

export function linkRecord(kind: LinkKind, from: string, to: string, fields: PlainFields): YRecord {
  const record = new Y.Map<unknown>()
  record.set(LINK.kind, kind)
  record.set(LINK.from, from)
  record.set(LINK.to, to)
  setFields(record, fields)
  return record
}

/** Sets or, with `undefined`, removes plain values; a value that is already there is not written again. */
export function setFields(record: YRecord, fields: PlainFields): void {
  for (const [key, value] of Object.entries(fields)) {
    // A record that is not in a document yet cannot be read, so it is simply written.
    if (record.doc && JSON.stringify(record.get(key)) === JSON.stringify(value)) continue
    if (value === undefined) {
      if (record.doc) record.delete(key)
    } else record.set(key, value)
  }
}
