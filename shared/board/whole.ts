import type * as Y from 'yjs'
import { LOCAL, type Origin } from './origin.ts'
import { ROOT } from './schema.ts'
import { decodeRecord, decodeValue, encodeRecord, encodeValue } from './whole-value.ts'

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * The document as plain JSON, root by root: what `board.json` carries. A value is its own JSON; what JSON has no word
 * for is an object with one `$` key (`{"$text": "…"}` is a shared text), as `whole-value.ts` lists.
 */
export interface WholeBoard {
  readonly cards: Records
  readonly links: Records
  readonly comments: Records
  readonly board: Readonly<Record<string, unknown>>
}

/** Reads everything the document holds, kinds and keys of a newer version included. Never throws. */
export const wholeOf = (doc: Y.Doc): WholeBoard => ({
  cards: entriesOf(doc.getMap(ROOT.cards), encodeRecord) as Records,
  links: entriesOf(doc.getMap(ROOT.links), encodeRecord) as Records,
  comments: entriesOf(doc.getMap(ROOT.comments), encodeRecord) as Records,
  board: entriesOf(doc.getMap(ROOT.board), encodeValue),
})

/**
 * Writes a whole board into a document as one transaction: records of the same id are replaced, the others stay. Into an
 * empty document it gives back what `wholeOf` read. The caller has checked sizes and types (`board-json/read.ts`).
 */
export function writeWhole(doc: Y.Doc, whole: WholeBoard, origin: Origin = LOCAL): void {
  doc.transact(() => {
    setEntries(doc.getMap(ROOT.cards), whole.cards, decodeRecord)
    setEntries(doc.getMap(ROOT.links), whole.links, decodeRecord)
    setEntries(doc.getMap(ROOT.comments), whole.comments, decodeRecord)
    setEntries(doc.getMap(ROOT.board), whole.board, decodeValue)
  }, origin)
}

function entriesOf(map: Y.Map<unknown>, encode: (value: unknown) => unknown): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const [key, value] of map.entries()) {
    const encoded = encode(value)
    if (encoded !== undefined && key !== '__proto__') entries.push([key, encoded])
  }
  return Object.fromEntries(entries)
}

function setEntries(
  map: Y.Map<unknown>,
  entries: Readonly<Record<string, unknown>>,
  decode: (json: unknown) => unknown,
): void {
  for (const [key, json] of Object.entries(entries)) if (key !== '__proto__') map.set(key, decode(json))
}
