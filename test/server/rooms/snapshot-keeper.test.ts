import { pino } from 'pino'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { Commits } from '../../../server/rooms/commits.ts'
import { encodeMeta } from '../../../server/rooms/kept-meta.ts'
import { Shelf } from '../../../server/rooms/shelf.ts'
import { SnapshotKeeper } from '../../../server/rooms/snapshot-keeper.ts'
import { SnapshotPace } from '../../../server/rooms/snapshot-pace.ts'
import { memoryStore } from '../../../server/store/memory-store.ts'

const BOARD = 'tavolo-1' as BoardId

/** A document whose updates become records, until `isRecorded` says no. */
function aBoard() {
  const [store, metrics, shelf, doc] = [memoryStore(), createMetrics(), new Shelf(null), new Y.Doc()]
  const commits = new Commits(store, 0, () => undefined)
  const pace = new SnapshotPace(shelf)
  const diverged: string[] = []
  const encode = () => ({
    state: Y.encodeStateAsUpdate(doc),
    meta: encodeMeta({
      authors: [],
      speakers: [],
      bindings: [],
      clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))],
      isBroken: false,
    }),
  })
  const tools = { store, metrics, log: pino({ level: 'silent' }) }
  const keeper = new SnapshotKeeper(BOARD, tools, commits, pace, shelf, encode, ({ message }) =>
    diverged.push(message),
  )
  const place = { isRecorded: true }
  doc.on('update', (update: Uint8Array) => {
    const record = { board: BOARD, actor: 'server' as const, timeMs: 0, update }
    if (place.isRecorded)
      commits.append(record, (seq) => {
        shelf.add({ ...record, seq })
        keeper.added(update.byteLength)
      })
  })
  const figure = async () =>
    /^tavolo_divergence_total (\d+)$/m.exec(await metrics.registry.metrics())?.[1] ?? null
  return { store, doc, commits, keeper, diverged, place, figure }
}

it.for([
  { what: 'the last of its client', goesOn: false },
  { what: 'before one that is held', goesOn: true },
])(
  '[SYNC-44] what no record holds, $what, never gets into a snapshot, is counted, and the board given up',
  async ({ goesOn }) => {
    const { store, doc, commits, keeper, diverged, place, figure } = aBoard()
    addCard(doc, { kind: 'note', at: [0, 0] })
    await commits.settled()
    await keeper.write()
    expect((await store.load(BOARD))?.snapshot).not.toBeNull()
    expect(await figure()).toBe('0')

    const before = (await store.load(BOARD))?.snapshot?.seq
    place.isRecorded = false
    addCard(doc, { kind: 'note', at: [1, 0] })
    place.isRecorded = true
    const another = new Y.Doc()
    addCard(goesOn ? doc : another, { kind: 'note', at: [2, 0] })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(another))
    await commits.settled()
    await keeper.write()
    expect(diverged).toHaveLength(1)
    expect(await figure()).toBe('1')
    expect((await store.load(BOARD))?.snapshot?.seq).toBe(before)
  },
)
