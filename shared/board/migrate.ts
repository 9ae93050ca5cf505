import type * as Y from 'yjs'
import { HEADER, headerOf, SCHEMA_VERSION } from './schema.ts'
import type { Origin } from './origin.ts'

/** What changes a document from one version of the schema to the next; the index is the version it starts from. */
export type Step = (doc: Y.Doc) => void

/** Version 0 is a document without a version: the first one, written before any header. */
const STEPS: readonly Step[] = [() => undefined]

export type Migration =
  | { readonly kind: 'current' }
  | { readonly kind: 'migrated'; readonly from: number }
  /** Written by a newer version: readable, and everything unknown in it is kept, but never rewritten. */
  | { readonly kind: 'newer'; readonly version: number }

/** Brings a document to this version in one transaction. The caller is the server, once, when it loads a board. */
export function migrate(doc: Y.Doc, origin: Origin, steps: readonly Step[] = STEPS): Migration {
  const version = schemaVersionOf(doc)
  const current = steps.length
  if (version === current) return { kind: 'current' }
  if (version > current) return { kind: 'newer', version }
  doc.transact(() => {
    for (const step of steps.slice(version)) step(doc)
    headerOf(doc).set(HEADER.schemaVersion, current)
  }, origin)
  return { kind: 'migrated', from: version }
}

export function schemaVersionOf(doc: Y.Doc): number {
  const version = headerOf(doc).get(HEADER.schemaVersion)
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : 0
}

/** Kept equal by a test: the number of steps is the version. */
export const LATEST: typeof SCHEMA_VERSION = SCHEMA_VERSION
