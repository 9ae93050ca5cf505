import * as Y from 'yjs'
import { ROOT } from '../../shared/board/schema.ts'
import type { ParticipantId } from '../../shared/ids.ts'
import type { StoredBoard } from '../store/board-store.ts'
import type { Act } from './act.ts'
import { CardAuthors } from './authors.ts'
import { Bindings } from './bindings.ts'
import { decodeMeta } from './kept-meta.ts'

/** A board in memory as the store gave it: the document and what is known beside it. */
export interface LoadedBoard {
  readonly doc: Y.Doc
  readonly authors: CardAuthors
  readonly bindings: Bindings
  readonly seq: number
  /** Time of the last record. */
  readonly lastMs: number
  /** Bytes of the snapshot and of the records after it. */
  readonly snapshotBytes: number
  readonly tailBytes: number
  readonly tailRecords: number
}

/** Rebuilds a board from what the store kept; null is a board that was never written. */
export function loadBoard(stored: StoredBoard | null): LoadedBoard {
  const doc = new Y.Doc()
  for (const root of Object.values(ROOT)) doc.getMap(root)
  const snapshot = stored?.snapshot ?? null
  const meta = snapshot ? decodeMeta(snapshot.meta) : { authors: [], bindings: [] }
  const bindings = new Bindings()
  for (const [clientId, actor] of meta.bindings) bindings.bind(clientId, actor)
  const authors = new CardAuthors(doc, meta.authors)
  if (snapshot) Y.applyUpdate(doc, snapshot.state, replayed('server', 0))
  const records = stored?.records ?? []
  for (const { actor, timeMs, update } of records) {
    Y.applyUpdate(doc, update, replayed(actor, timeMs))
    for (const client of Y.parseUpdateMeta(update).from.keys()) bindings.bind(client, actor)
  }
  // A record that the store gave up may be missing before one that it kept; the writer was told of neither.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  authors.takeFresh()
  return {
    doc,
    authors,
    bindings,
    seq: stored?.seq ?? 0,
    lastMs: records.at(-1)?.timeMs ?? 0,
    snapshotBytes: snapshot?.state.byteLength ?? 0,
    tailBytes: records.reduce((sum, { update }) => sum + update.byteLength, 0),
    tailRecords: records.length,
  }
}

const replayed = (actor: ParticipantId | 'server', timeMs: number): Act => ({ actor, timeMs, session: null })
