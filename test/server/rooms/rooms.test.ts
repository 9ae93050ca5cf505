import * as decoding from 'lib0/decoding'
import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { linksOf } from '../../../shared/board/schema.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'
import { decodeMessage, encodeMessage, EXTENSION, type Message } from '../../../shared/protocol/messages.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { updateFrame } from '../../../server/rooms/frames.ts'
import { greet, receive } from '../../../server/rooms/receive.ts'
import { Rooms, type RoomsTools } from '../../../server/rooms/rooms.ts'
import { Session } from '../../../server/rooms/session.ts'
import { BoardRotten, type BoardStore } from '../../../server/store/board-store.ts'
import { openLogStore } from '../../../server/store/log-store.ts'
import { memoryStore } from '../../../server/store/memory-store.ts'
import { temporaryFolder } from '../running.ts'

const BOARD = 'tavolo-1' as BoardId

const SILENT = pino({ level: 'silent' })

const toolsOver = (store: BoardStore): RoomsTools => ({
  store,
  log: SILENT,
  metrics: createMetrics(),
  personOf: () => ({ participant: null, name: '', organisation: '', colour: '#5c6f82' }),
  tellAuthors: () => '',
  tellSpeakers: () => '',
  now: () => 0,
  restMs: 60_000,
  foldMs: 60_000,
  evictMs: 60_000,
  factsOf: () => ({ generation: 1, archived: false, cursors: true }),
})
const roomsOver = (store: BoardStore, evictMs = 60_000) => new Rooms({ ...toolsOver(store), evictMs })

function guest() {
  const messages: Message[] = []
  const session = new Session(
    { participant: 'p' as ParticipantId, role: 'editor' },
    {
      send(packets) {
        for (const { payload } of packets) {
          const decoder = decoding.createDecoder(payload)
          const message = decoding.readVarUint(decoder) === EXTENSION ? decodeMessage(decoder) : null
          if (message) messages.push(message)
        }
      },
      close: () => undefined,
      bufferedBytes: () => 0,
    },
  )
  return { session, messages }
}

describe('the boards in memory', () => {
  it('are loaded once, however many ask at the same time', async () => {
    const store = memoryStore()
    const load = vi.spyOn(store, 'load')
    const rooms = roomsOver(store)
    const held = await Promise.all([rooms.hold(BOARD), rooms.hold(BOARD), rooms.hold(BOARD)])
    expect(new Set(held.map(({ room }) => room)).size).toBe(1)
    expect(load).toHaveBeenCalledTimes(1)
    await rooms.close(performance.now())
  })

  it('somebody who comes back while the last snapshot is written finds the same room, and loses nothing', async () => {
    const kept = memoryStore()
    let letGo = (): void => undefined
    const store: BoardStore = {
      ...kept,
      async snapshot(...given) {
        await new Promise<void>((resolve) => (letGo = resolve))
        await kept.snapshot(...given)
      },
    }
    const snapshot = vi.spyOn(store, 'snapshot')
    const rooms = roomsOver(store, 1)
    const first = await rooms.hold(BOARD)
    await first.room.change('server', (doc, origin) => addCard(doc, { kind: 'note', at: [0, 0] }, origin))
    first.release()
    await vi.waitFor(() => expect(snapshot).toHaveBeenCalled())
    const second = await rooms.hold(BOARD)
    letGo()
    await second.room.change('server', (doc, origin) => addCard(doc, { kind: 'note', at: [1, 0] }, origin))
    expect(second.room).toBe(first.room)
    expect(await second.room.read((_doc, board) => board.cards.size)).toBe(2)
    expect(rooms.loaded()).toHaveLength(1)
    await rooms.close(performance.now())
  })

  it('a damaged board is served to nobody, others are, and it is tried again when it is asked for again', async () => {
    const kept = memoryStore()
    let isRotten = true
    const store: BoardStore = {
      ...kept,
      async load(board) {
        if (isRotten && board === BOARD)
          throw new BoardRotten({ board, file: 'x.log', offset: 7, what: 'a flipped bit' })
        return kept.load(board)
      },
    }
    const rooms = roomsOver(store)
    await expect(rooms.hold(BOARD)).rejects.toThrow(BoardRotten)
    expect((await rooms.hold('tavolo-2' as BoardId)).room.id).toBe('tavolo-2')
    isRotten = false
    expect((await rooms.hold(BOARD)).room.id).toBe(BOARD)
    await rooms.close(performance.now())
  })
})

it('a beat goes to who said hello', async () => {
  const rooms = roomsOver(memoryStore())
  const { room } = await rooms.hold(BOARD)
  const greeted = guest()
  const silent = guest()
  for (const { session } of [greeted, silent]) greet(room, session)
  receive(
    room,
    greeted.session,
    encodeMessage({ type: 'hello', clientId: 1, schemaVersion: 1, generation: null }),
  )
  rooms.beat()
  expect(greeted.messages.map(({ type }) => type)).toEqual(['welcome', 'beat'])
  expect(silent.messages).toEqual([])
  await rooms.close(performance.now())
})

it('[SYNC-15] frames that one connection sent together are one record, and acknowledged together', async () => {
  const store = memoryStore()
  const rooms = roomsOver(store)
  const { room } = await rooms.hold(BOARD)
  // A new document first says which schema it is of.
  await room.read((doc) => doc)
  const before = (await store.load(BOARD))?.seq ?? 0
  const { session, messages } = guest()
  greet(room, session)
  const doc = new Y.Doc()
  receive(
    room,
    session,
    encodeMessage({ type: 'hello', clientId: doc.clientID, schemaVersion: 1, generation: null }),
  )
  doc.on('update', (update: Uint8Array) => receive(room, session, updateFrame(update)))
  for (let n = 0; n < 20; n++) addCard(doc, { kind: 'note', at: [n, 0] })
  await vi.waitFor(() => expect(messages).toContainEqual({ type: 'persisted', frames: 20, seq: before + 1 }))
  expect(messages.filter(({ type }) => type === 'persisted')).toHaveLength(1)
  expect((await store.load(BOARD))?.seq).toBe(before + 1)
  await rooms.close(performance.now())
})

it('[SYNC-48] what a crash interrupted gets a snapshot though nobody opens it: the log stays short', async () => {
  const folder = await temporaryFolder()
  const open = () => openLogStore({ folder: folder.path, log: SILENT, limits: { segmentBytes: 500 } })
  const left = await open()
  const people = new Rooms(toolsOver(left))
  const { room } = await people.hold(BOARD)
  for (let n = 0; n < 20; n++)
    await room.change('server', (doc, origin) => addCard(doc, { kind: 'note', at: [n, 0] }, origin))
  const cards = await room.read((_doc, board) => board.cards.size)
  // Killed: nothing is written any more.
  await left.close()

  const store = await open()
  const { segments } = store.figures()
  expect(segments).toBeGreaterThan(3)
  expect(store.behind()).toEqual([BOARD])
  const rooms = new Rooms(toolsOver(store))
  await rooms.catchUp()
  expect(store.behind()).toEqual([])
  expect(store.figures().segments).toBeLessThan(segments)
  expect(await rooms.use(BOARD, (found) => found.read((_doc, board) => board.cards.size))).toBe(cards)
  await rooms.close(performance.now())
  await store.close()
  await folder.remove()
})

describe('[SYNC-13] what concurrent edits broke is repaired', () => {
  /** A link whose card is gone for good. */
  const breakLink = (doc: Y.Doc): void => {
    const link = { kind: 'relates', from: 'gone', to: 'goneToo' }
    linksOf(doc).set('dangling', new Y.Map(Object.entries(link)) as never)
  }

  it('though nobody writes any more, on a board that a crash interrupted', async () => {
    const store = memoryStore()
    const doc = new Y.Doc()
    breakLink(doc)
    const update = Y.encodeStateAsUpdate(doc)
    await store.append({ board: BOARD, actor: 'p' as ParticipantId, timeMs: 0, update })
    const rooms = new Rooms({ ...toolsOver(store), restMs: 1 })
    const { room } = await rooms.hold(BOARD)
    expect(room.isFolded).toBe(true)
    await vi.waitFor(() => expect(room.isFolded).toBe(false))
    expect(linksOf(room.doc).size).toBe(0)
    await rooms.close(performance.now() + 1000)
  })

  it('though a snapshot was taken of it as it was', async () => {
    const store = memoryStore()
    const rooms = new Rooms({ ...toolsOver(store), snapshotAfter: { records: 1, bytes: 1 } })
    await rooms.use(BOARD, (room) => room.change('server', breakLink))
    await vi.waitFor(async () => expect((await store.load(BOARD))?.records).toEqual([]))
    // Killed: the next server has only what is on the disk.
    const next = new Rooms({ ...toolsOver(store), restMs: 1 })
    const { room } = await next.hold(BOARD)
    expect(room.isFolded).toBe(true)
    await vi.waitFor(() => expect(room.isFolded).toBe(false))
    expect(linksOf(room.doc).size).toBe(0)
    await next.close(performance.now() + 1000)
  })

  it('before it is put away, however soon', async () => {
    const store = memoryStore()
    const rooms = roomsOver(store)
    await rooms.use(BOARD, (room) => room.change('server', breakLink))
    await rooms.close(performance.now() + 1000)
    const stored = await store.load(BOARD)
    const kept = new Y.Doc()
    Y.applyUpdate(kept, stored?.snapshot?.state ?? new Uint8Array())
    expect(linksOf(kept).size).toBe(0)
    expect(stored?.records).toEqual([])
  })
})
