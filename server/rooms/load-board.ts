import * as Y from 'yjs'
import { cardsOf, commentsOf, ROOT } from '../../shared/board/schema.ts'
import type { CardId, CommentId, ParticipantId } from '../../shared/ids.ts'
import type { StoredBoard } from '../store/board-store.ts'
import type { Act } from './act.ts'
import { FirstWriters } from './authors.ts'
import { decodeMeta } from './kept-meta.ts'

/** The document of a board as the store gave it, and who wrote its cards and comments. */
export interface LoadedBoard {
  readonly doc: Y.Doc
  readonly authors: FirstWriters<CardId>
  readonly speakers: FirstWriters<CommentId>
  /** The last record in it. */
  readonly seq: number
}

/** Builds the document of a board from what the store kept; null is a board that was never written. */
export function loadBoard(stored: StoredBoard | null): LoadedBoard {
  const doc = new Y.Doc()
  for (const root of Object.values(ROOT)) doc.getMap(root)
  const snapshot = stored?.snapshot ?? null
  const meta = snapshot ? decodeMeta(snapshot.meta) : null
  const authors = new FirstWriters<CardId>(cardsOf(doc), meta?.authors ?? [])
  const speakers = new FirstWriters<CommentId>(commentsOf(doc), meta?.speakers ?? [])
  if (snapshot) Y.applyUpdate(doc, snapshot.state, replayed('server', 0))
  for (const { actor, timeMs, update } of stored?.records ?? [])
    Y.applyUpdate(doc, update, replayed(actor, timeMs))
  // A record that the store gave up may be missing before one that it kept; the writer was told of neither.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  authors.takeFresh()
  speakers.takeFresh()
  return { doc, authors, speakers, seq: stored?.seq ?? 0 }
}

const replayed = (actor: ParticipantId | 'server', timeMs: number): Act => ({ actor, timeMs, session: null })
