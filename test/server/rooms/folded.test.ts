import { pino } from 'pino'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { cardsOf } from '../../../shared/board/schema.ts'
import type { BoardId, CardId, ParticipantId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/protocol/messages.ts'
import { createMetrics } from '../../../server/metrics.ts'
import {
  answerFrame,
  presenceFrame,
  readFrame,
  stateVectorFrame,
  updateFrame,
  type Frame,
} from '../../../server/rooms/frames.ts'
import { greet, receive } from '../../../server/rooms/receive.ts'
import type { Room } from '../../../server/rooms/room.ts'
import { Rooms } from '../../../server/rooms/rooms.ts'
import { Session } from '../../../server/rooms/session.ts'
import type { BoardStore } from '../../../server/store/board-store.ts'
import { memoryStore, type Kept } from '../../../server/store/memory-store.ts'

const BOARD = 'tavolo-1' as BoardId
const CARDS = 30

let kept: Kept
let store: BoardStore

const roomsOver = (foldMs = 60_000, memory: { liveBytes?: number; unusedMs?: number } = {}) =>
  new Rooms({
    ...memory,
    store,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    personOf: () => ({ participant: null, name: '', organisation: '', colour: '#5c6f82' }),
    tellAuthors: () => '',
    tellSpeakers: () => '',
    now: () => 0,
    restMs: 60_000,
    foldMs,
    factsOf: () => ({ generation: 1, archived: false, cursors: true }),
  })

/** Somebody at the table, with a document that holds what they were told. */
function guest(room: Room, role: Role = 'editor', doc = new Y.Doc()) {
  const frames: Frame[] = []
  const session = new Session(
    { participant: 'p' as ParticipantId, role },
    {
      send(packets) {
        for (const { payload } of packets) {
          const frame = readFrame(payload)
          if (frame) frames.push(frame)
          if (frame?.kind === 'write') Y.applyUpdate(doc, frame.update, 'told')
        }
      },
      close: () => undefined,
      bufferedBytes: () => 0,
    },
  )
  greet(room, session)
  receive(room, session, stateVectorFrame(Y.encodeStateVector(doc)))
  const asked = frames.find((frame) => frame.kind === 'stateVector')
  return { session, doc, frames, asked: asked?.stateVector ?? new Uint8Array() }
}

const titles = (doc: Y.Doc): string[] => [...boardOf(doc).cards.values()].map(({ title }) => title).sort()

/** A board with a snapshot and, if asked for, records after it. */
beforeEach(async () => {
  kept = new Map()
  store = memoryStore(kept)
})
async function written(tail: number): Promise<void> {
  const rooms = roomsOver()
  const { room } = await rooms.hold(BOARD)
  const add = (n: number) =>
    room.change('p' as ParticipantId, (doc, origin) =>
      addCard(doc, { kind: 'note', at: [n, 0], title: `carta ${n}` }, origin),
    )
  for (let n = 0; n < CARDS; n++) await add(n)
  await room.change('server', (doc) => cardsOf(doc).delete([...cardsOf(doc).keys()][0] as CardId))
  await room.snapshot()
  for (let n = 0; n < tail; n++) await add(CARDS + n)
  // As after a crash: what is kept now is all that there is.
  store = memoryStore(
    new Map([...kept].map(([id, found]) => [id, { ...found, records: [...found.records] }])),
  )
  await rooms.close(performance.now())
}

describe.each([0, 5])(
  '[SYNC-18] a board that nobody writes on, with %i records after its snapshot',
  (tail) => {
    it('is told whole from its bytes: the last message is the answer that a stock client waits for', async () => {
      await written(tail)
      const rooms = roomsOver()
      const { room } = await rooms.hold(BOARD)
      const { doc, frames, session } = guest(room, 'viewer')
      receive(room, session, answerFrame(Y.encodeStateAsUpdate(new Y.Doc())))
      receive(room, session, presenceFrame([{ clientId: 7, clock: 1, state: '{}' }]))
      room.takeTurn()
      expect(room.isFolded).toBe(true)
      expect(frames.slice(1).map((frame) => frame.kind === 'write' && frame.answer)).toEqual(
        tail === 0 ? [true] : [false, true],
      )
      expect(titles(doc)).toHaveLength(CARDS - 1 + tail)
      expect(doc.store.pendingStructs).toBeNull()
      await rooms.close(performance.now())
      expect(await store.load(BOARD).then((stored) => stored?.records.length)).toBe(tail)
    })

    it('asks who comes for what its bytes do not hold', async () => {
      await written(tail)
      const rooms = roomsOver()
      const { room } = await rooms.hold(BOARD)
      const folded = Y.decodeStateVector(guest(room).asked)
      expect(folded).toEqual(Y.decodeStateVector(Y.encodeStateVector(room.doc)))
      await rooms.close(performance.now())
    })

    it('tells somebody who has most of it only the rest, deletions too', async () => {
      await written(tail)
      const rooms = roomsOver()
      const { room } = await rooms.hold(BOARD)
      const { doc } = guest(room)
      doc.getMap('mine').set('offline', 1)
      const before = roomsOver()
      const { room: elsewhere } = await before.hold(BOARD)
      await elsewhere.change('server', (other) =>
        cardsOf(other).delete([...cardsOf(other).keys()][0] as CardId),
      )
      const after = roomsOver()
      const { room: back } = await after.hold(BOARD)
      const { frames } = guest(back, 'editor', doc)
      expect(back.isFolded).toBe(true)
      expect(titles(doc)).toHaveLength(CARDS - 2 + tail)
      const bytes = frames.reduce((sum, frame) => sum + (frame.kind === 'write' ? frame.update.length : 0), 0)
      expect(bytes).toBeLessThan(200)
      for (const one of [rooms, before, after]) await one.close(performance.now())
    })

    it('becomes a document with the first edit, which is told and kept', async () => {
      await written(tail)
      const rooms = roomsOver()
      const { room } = await rooms.hold(BOARD)
      const reader = guest(room)
      const writer = guest(room)
      writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'told') receive(room, writer.session, updateFrame(update))
      })
      receive(room, writer.session, answerFrame(Y.encodeStateAsUpdate(new Y.Doc())))
      addCard(writer.doc, { kind: 'note', at: [0, 0], title: 'nuova' })
      await vi.waitFor(() => expect(titles(reader.doc)).toContain('nuova'))
      expect(room.isFolded).toBe(false)
      expect(titles(room.doc)).toEqual(titles(reader.doc))
      await rooms.close(performance.now())
    })
  },
)

describe('[SYNC-18] a board that was written on', () => {
  it('is folded again when nobody needs its document, and people go on as if it never had been', async () => {
    const rooms = roomsOver(1)
    const { room } = await rooms.hold(BOARD)
    const anna = guest(room)
    anna.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'told') receive(room, anna.session, updateFrame(update))
    })
    receive(room, anna.session, answerFrame(Y.encodeStateAsUpdate(anna.doc)))
    let card: CardId | null = null
    for (let round = 0; round < 3; round++) {
      card = addCard(anna.doc, { kind: 'note', at: [round, 0], title: `giro ${round}` }) ?? null
      room.takeTurn()
      expect(room.isFolded).toBe(false)
      if (card) editText(anna.doc, card, 'title', `giro ${round}, riveduto`)
      await vi.waitFor(() => expect(room.isFolded).toBe(true), { timeout: 3000 })
      expect(titles(guest(room).doc)).toEqual(titles(anna.doc))
      expect((await store.load(BOARD))?.snapshot).not.toBeNull()
    }
    expect(card && room.authorsOf([card])).toMatchObject([[card, { actor: 'p' }]])
    await rooms.close(performance.now())
  })

  it('is folded before its time when too many are in memory, the one unused for longest first', async () => {
    const rooms = roomsOver(60_000, { liveBytes: 1, unusedMs: 0 })
    const seats = await Promise.all(
      ['tavolo-1', 'tavolo-2', 'tavolo-3'].map((id) => rooms.hold(id as BoardId)),
    )
    const write = (room: Room, title: string) =>
      room.change('p' as ParticipantId, (doc, origin) =>
        addCard(doc, { kind: 'note', at: [0, 0], title }, origin),
      )
    for (const { room } of seats) await write(room, `di ${room.id}`)
    await rooms.tidy()
    expect(seats.map(({ room }) => room.isFolded)).toEqual([true, true, true])
    for (const { room } of seats) expect(titles(guest(room).doc)).toEqual([`di ${room.id}`])

    const roomy = roomsOver(60_000, { liveBytes: 1_000_000, unusedMs: 0 })
    const { room } = await roomy.hold(BOARD)
    await write(room, 'con posto per tutti')
    await roomy.tidy()
    expect(room.isFolded).toBe(false)
    await rooms.close(performance.now())
    await roomy.close(performance.now())
  })

  it('stays a document while somebody has just needed it, however many there are', async () => {
    const rooms = roomsOver(60_000, { liveBytes: 1, unusedMs: 60_000 })
    const { room } = await rooms.hold(BOARD)
    await room.change('p' as ParticipantId, (doc, origin) =>
      addCard(doc, { kind: 'note', at: [0, 0], title: 'appena scritta' }, origin),
    )
    await rooms.tidy()
    expect(room.isFolded).toBe(false)
    await rooms.close(performance.now())
  })

  it('with an answer that holds nothing but the deletions it has itself, stays folded', async () => {
    await written(0)
    const rooms = roomsOver()
    const { room } = await rooms.hold(BOARD)
    const { session, asked, doc } = guest(room)
    receive(room, session, answerFrame(Y.encodeStateAsUpdate(doc, asked)))
    room.takeTurn()
    expect(room.isFolded).toBe(true)
    expect(session.answered).toBe(true)
    const more = guest(room)
    const first = [...cardsOf(more.doc).keys()][0]
    if (first) cardsOf(more.doc).delete(first)
    receive(room, more.session, answerFrame(Y.encodeStateAsUpdate(more.doc, more.asked)))
    room.takeTurn()
    expect(cardsOf(room.doc).has(first as CardId)).toBe(false)
    await rooms.close(performance.now())
  })

  it('and lost a record before others, is told as far as it holds together', async () => {
    await written(0)
    const writer = new Y.Doc()
    const updates: Uint8Array[] = []
    writer.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 3; n++) addCard(writer, { kind: 'note', at: [n, 0], title: `dopo ${n}` })
    const [, second, third] = updates
    for (const update of [second, third])
      if (update) await store.append({ board: BOARD, actor: 'p' as ParticipantId, timeMs: 0, update })
    const rooms = roomsOver()
    const { room } = await rooms.hold(BOARD)
    const { doc } = guest(room)
    expect(doc.store.pendingStructs).toBeNull()
    expect(titles(doc)).toHaveLength(CARDS - 1)
    expect(titles(room.doc)).toEqual(titles(doc))
    await rooms.close(performance.now())
  })
})
