import * as Y from 'yjs'
import { Undo } from '../../../client/session/undo.svelte.ts'
import { waitBefore } from '../../../client/sync/backoff.ts'
import { Connection } from '../../../client/sync/connection.svelte.ts'
import { mayWrite, type Role } from '../../../shared/protocol/messages.ts'
import { connect as connectStock, type TestBoard } from '../../server/running.ts'
import { asPageOf } from './as-in-a-browser.ts'
import type { Line } from './network.ts'
import { rawConnection } from './raw-connection.ts'

/** How somebody is connected: by our client's own code, by a stock y-websocket provider, by a script of their own. */
export type Way = 'ours' | 'stock' | 'raw'

export interface Seat {
  readonly board: TestBoard
  readonly key: string
  readonly token: string
  readonly line: Line
}

/** Why somebody was sent away for good. */
export interface Sent {
  readonly code: number
  readonly reason: string
}

/** One person with their document. */
export interface Person {
  readonly way: Way
  readonly doc: Y.Doc
  readonly undo: { undo(): void; redo(): void; step(): void }
  /** Whether they have been told that they may write; a stock client is told nothing. */
  mayWrite(): boolean
  /** Whether they are shown that everything they have is on the server's disk. */
  isSaved(): boolean
  isSynced(): boolean
  sentAway(): Sent | null
  /** For a failing test. */
  state(): string
  connect(): void
  disconnect(): void
  leave(): void
}

/** Somebody who may write sits down, not connected yet. */
export function sitDownAs(way: Way, seat: Seat): Person {
  const doc = new Y.Doc()
  const undo = new Undo(doc)
  const link = { ours, stock, raw: rawConnection }[way](seat, doc)
  return {
    way,
    doc,
    undo,
    ...link,
    leave() {
      undo.close()
      link.leave()
      doc.destroy()
    },
  }
}

export type Link = Omit<Person, 'way' | 'doc' | 'undo'>

function ours({ board, key, token, line }: Seat, doc: Y.Doc): Link {
  let role: Role = 'editor'
  let sent: Sent | null = null
  const connection = asPageOf(
    line.url,
    () =>
      new Connection({
        board: board.id,
        doc,
        key,
        token,
        generation: 1,
        onRole: (told) => (role = told),
        onEvent: () => undefined,
        // As any page, only quicker: nobody waits here for ten seconds.
        wait: (...attempt) => Math.min(200, waitBefore(...attempt)),
      }),
  )
  const { provider } = connection
  provider.on('closed', ({ code, reason }) => (sent = { code, reason }))
  return {
    mayWrite: () => mayWrite(role) && connection.state.kind !== 'refused',
    isSaved() {
      const { state } = connection
      return state.kind === 'saved' || (state.kind === 'offline' && !state.pending)
    },
    isSynced: () => connection.state.kind === 'saved',
    sentAway: () => sent,
    state: () => JSON.stringify({ role, sent, ...connection.state, connected: provider.wsconnected }),
    connect: () => provider.connect(),
    disconnect: () => provider.disconnect(),
    leave: () => connection.close(),
  }
}

function stock({ board, key, token, line }: Seat, doc: Y.Doc): Link {
  const { provider } = connectStock(line, board, key, token, doc, { connect: false, maxBackoffTime: 200 })
  let sent: Sent | null = null
  provider.on('closed', ({ code, reason }) => (sent = { code, reason }))
  return {
    mayWrite: () => sent === null,
    isSaved: () => false,
    isSynced: () => provider.synced,
    sentAway: () => sent,
    state: () => JSON.stringify({ sent, connected: provider.wsconnected, synced: provider.synced }),
    connect: () => provider.connect(),
    disconnect: () => provider.disconnect(),
    leave: () => provider.destroy(),
  }
}
