import * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import { migrate } from '../../shared/board/migrate.ts'
import { fixesFor, repair } from '../../shared/board/repair.ts'
import type { CardId, CommentId } from '../../shared/ids.ts'
import type { StoredBoard } from '../store/board-store.ts'
import type { Act, ServerAct } from './act.ts'
import type { FirstWriter, FirstWriters } from './authors.ts'
import type { Bindings } from './bindings.ts'
import { encodeMeta } from './kept-meta.ts'
import { loadBoard } from './load-board.ts'

/** What becomes of a change: its effective update, and the cards and comments that got an author by it. */
export interface Change {
  readonly update: Uint8Array
  readonly act: Act
  readonly fresh: readonly (readonly [CardId, FirstWriter])[]
  readonly said: readonly (readonly [CommentId, FirstWriter])[]
}

/** The document of a board, in memory for as long as somebody needs more of it than its bytes. */
export class LiveBoard {
  readonly doc: Y.Doc
  /** Who wrote which card, and which comment, first. */
  readonly authors: FirstWriters<CardId>
  readonly speakers: FirstWriters<CommentId>
  /** Written by a newer version of the schema: what looks broken may be right. */
  #isNewer = false
  #board: Board | null = null

  /** Builds the document, brings it to this version of the schema and repairs it; what that changes is told like any change. */
  constructor(
    stored: StoredBoard,
    private readonly bindings: Bindings,
    private readonly serverAct: () => ServerAct,
    changed: (change: Change) => void,
  ) {
    const { doc, authors, speakers } = loadBoard(stored)
    this.doc = doc
    this.authors = authors
    this.speakers = speakers
    while (!bindings.bind(doc.clientID, 'server')) doc.clientID = new Y.Doc().clientID
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#board = null
      // Yjs tidies up after others in transactions of its own, which have no origin.
      const act = (origin as Act | null) ?? serverAct()
      changed({ update, act, fresh: authors.takeFresh(), said: speakers.takeFresh() })
    })
    this.#isNewer = migrate(doc, serverAct()).kind === 'newer'
    this.repair()
  }

  /** The board as plain values. */
  get board(): Board {
    this.#board ??= boardOf(this.doc)
    return this.#board
  }

  repair(): void {
    if (!this.#isNewer) repair(this.doc, this.serverAct())
  }

  /** The whole state as bytes, and what is kept beside it. Takes a third of a second for ten thousand cards with a long past. */
  encode(): { readonly state: Uint8Array; readonly meta: Uint8Array } {
    const { store } = this.doc
    const state = Y.encodeStateAsUpdate(this.doc)
    const meta = encodeMeta({
      authors: this.authors.entries(),
      speakers: this.speakers.entries(),
      bindings: this.bindings.entries().filter(([client]) => store.clients.has(client)),
      clocks: [...Y.decodeStateVector(Y.encodeStateVector(this.doc))],
      isBroken: !this.#isNewer && fixesFor(this.doc).length > 0,
    })
    return { state, meta }
  }

  destroy(): void {
    this.doc.destroy()
  }
}
