import type * as Y from 'yjs'
import type { Header } from '../board.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { HEADER, headerOf, SCHEMA_VERSION } from '../schema.ts'

/** Writes the header of a board: its title, programme and city. The server does so when a board is made or renamed. */
export function setHeader(doc: Y.Doc, header: Partial<Header>, origin: Origin = LOCAL): void {
  const map = headerOf(doc)
  doc.transact(() => {
    if (!map.has(HEADER.schemaVersion)) map.set(HEADER.schemaVersion, SCHEMA_VERSION)
    for (const [key, value] of Object.entries(header)) if (map.get(key) !== value) map.set(key, value)
  }, origin)
}
