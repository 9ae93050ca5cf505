import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { linkCards } from '../../shared/board/commands/link-cards.ts'
import { cardsOf, linksOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { memoryStore } from '../../server/store/memory-store.ts'
import { readFrame, stateVectorFrame } from '../../server/rooms/frames.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { answersIn, rawClient } from './raw-client.ts'

const open: { close: () => void }[] = []
const servers: TestServer[] = []
afterEach(async () => {
  open.splice(0).forEach((one) => one.close())
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function table(options: Parameters<typeof startOver>[0] = {}) {
  const server = await startOver(options)
  servers.push(server)
  return { server, board: await createBoard(server) }
}

async function join(server: TestServer, board: TestBoard, key: string) {
  const client = connect(server, board, key)
  open.push(client)
  await synced(client.provider)
  return client
}

const notesOn = async (server: TestServer, { id, keys }: TestBoard): Promise<number | undefined> =>
  (await askJson<{ counts: { note?: number } }>(server, keys.viewer, 'GET', `/api/boards/${id}`)).counts.note

describe('a room', () => {
  it('is let go when nobody has used it for a while, with a snapshot, and comes back the same', async () => {
    const store = memoryStore()
    const { server, board } = await table({ store, evictMs: 50 })
    const anna = await join(server, board, board.keys.editor)
    for (let n = 0; n < 5; n++) addCard(anna.doc, { kind: 'note', at: [n, 0], title: `nota ${n}` })
    await vi.waitFor(async () => expect(await notesOn(server, board)).toBe(5))
    anna.close()
    await vi.waitFor(async () => {
      const kept = await store.load(board.id)
      expect(kept?.snapshot?.seq).toBe(kept?.seq)
      expect(kept?.records).toHaveLength(0)
    })
    const metrics = async () => (await ask(server, null, 'GET', '/metrics')).text()
    await vi.waitFor(async () => expect(await metrics()).toMatch(/^tavolo_boards_loaded 0$/m))
    const bruno = await join(server, board, board.keys.viewer)
    expect(boardOf(bruno.doc).cards.size).toBe(5)
  })

  it('takes a snapshot while people write, which loses nothing of what came after', async () => {
    const store = memoryStore()
    const { server, board } = await table({ store })
    const anna = await join(server, board, board.keys.editor)
    const text = 'parola '.repeat(1400)
    let cards = 0
    await vi.waitFor(
      async () => {
        addCard(anna.doc, { kind: 'note', at: [cards++, 0], body: text })
        const kept = await store.load(board.id)
        expect(kept?.snapshot).not.toBeNull()
        expect(kept?.records.length).toBeGreaterThan(0)
      },
      { timeout: 5000, interval: 5 },
    )
    await vi.waitFor(async () => expect(await notesOn(server, board)).toBe(cards))
    await server.close()
    servers.splice(0)
    const again = await startOver({ store, registry: server.registry })
    servers.push(again)
    const bruno = await join(again, board, board.keys.viewer)
    expect(boardOf(bruno.doc).cards.size).toBe(cards)
    const authors = await askJson<object>(again, board.keys.viewer, 'GET', `/api/boards/${board.id}/authors`)
    expect(Object.keys(authors)).toHaveLength(cards)
  })

  it('repairs, when nobody writes, what two people broke together', async () => {
    const { server, board } = await table()
    const anna = await join(server, board, board.keys.editor)
    const action = addCard(anna.doc, { kind: 'action', at: [0, 0] })
    const need = addCard(anna.doc, { kind: 'need', at: [0, 300] })
    if (!action || !need) throw new Error('full')
    const bruno = await join(server, board, board.keys.editor)
    await vi.waitFor(() => expect(boardOf(bruno.doc).cards.size).toBe(2))
    bruno.provider.disconnect()
    linkCards(bruno.doc, { kind: 'answers', from: action, to: need })
    cardsOf(anna.doc).delete(need)
    bruno.provider.connect()
    await vi.waitFor(() => {
      expect(cardsOf(bruno.doc).has(need)).toBe(false)
      expect(linksOf(bruno.doc).size).toBe(0)
      expect(linksOf(anna.doc).size).toBe(0)
    })
  })

  it('[SYNC-7] [SYNC-17] a reader that stops reading is told the rest in one when it reads again; the others do not notice', async () => {
    const { server, board } = await table()
    const stuck = await rawClient(server, board, board.keys.viewer)
    open.push(stuck)
    stuck.send(stateVectorFrame(Uint8Array.of(0)))
    await vi.waitFor(() => expect(answersIn(stuck.frames)).toHaveLength(1))
    stuck.socket.pause()
    const reader = await join(server, board, board.keys.viewer)
    // Several writers, because each is read at a bounded pace.
    const writers = await Promise.all([1, 2, 3, 4].map(() => join(server, board, board.keys.editor)))
    const figures = async () => (await ask(server, null, 'GET', '/metrics')).text()
    const large = 'x'.repeat(19_000)
    let n = 0
    let afterwards = 0
    await vi.waitFor(
      async () => {
        for (let more = 0; more < 8; more++)
          for (const { doc } of writers) cardsOf(doc).set(`carta-${n++}`, new Y.Map([['note', large]]))
        expect(await figures()).toMatch(/^tavolo_slow_readers_total 1$/m)
        // Much is written that it is not told as it comes.
        expect(afterwards++).toBe(10)
      },
      { timeout: 15_000, interval: 20 },
    )
    await vi.waitFor(() => expect(cardsOf(reader.doc).size).toBe(n), { timeout: 5000 })
    stuck.socket.resume()
    const late = new Y.Doc()
    await vi.waitFor(
      () => {
        for (const frame of stuck.frames.splice(0)) applyFrame(late, frame)
        expect(cardsOf(late).size).toBe(n)
        expect(late.store.pendingStructs).toBeNull()
      },
      { timeout: 5000 },
    )
    // From here on it is told of every edit again.
    writers[0]?.doc.getMap('cards').set('ultima', new Y.Map([['note', 'fine']]))
    await vi.waitFor(() => {
      for (const frame of stuck.frames.splice(0)) applyFrame(late, frame)
      expect(cardsOf(late).has('ultima' as CardId)).toBe(true)
    })
  })
})

/** Applies what a frame brings of the document, if anything. */
function applyFrame(doc: Y.Doc, frame: Uint8Array): void {
  const read = readFrame(frame)
  if (read?.kind === 'write') Y.applyUpdate(doc, read.update)
}

it('a graceful end tells everybody, keeps what they sent, and takes nobody new', async () => {
  const store = memoryStore()
  const { server, board } = await table({ store })
  const client = await rawClient(server, board, board.keys.editor)
  client.hello(4)
  const anna = await join(server, board, board.keys.editor)
  addCard(anna.doc, { kind: 'note', at: [0, 0] })
  const ended = server.close()
  servers.splice(0)
  expect((await client.closed).code).toBe(CLOSE.overloaded)
  expect(client.messages).toContainEqual({
    type: 'event',
    name: 'shutdown',
    detail: expect.stringMatching(/^\d{1,4}$/),
  })
  anna.provider.disconnect()
  await ended
  await expect(fetch(`${server.url}/readyz`)).rejects.toThrow()
})

describe('hello', () => {
  it('is answered with role, generation, participant and limits', async () => {
    const { server, board } = await table()
    const client = await rawClient(server, board, board.keys.facilitator)
    open.push(client)
    client.hello(1, 1)
    await vi.waitFor(() =>
      expect(client.messages).toEqual([
        {
          type: 'welcome',
          role: 'facilitator',
          generation: 1,
          participant: expect.stringMatching(/^anonymous-/),
          cursors: true,
          limits: { frameBytes: 1024 * 1024 },
        },
      ]),
    )
  })

  it('of another generation is sent away to reload', async () => {
    const { server, board } = await table()
    const client = await rawClient(server, board, board.keys.editor)
    client.hello(1, 2)
    expect((await client.closed).code).toBe(CLOSE.generationChanged)
  })

  it('[SYNC-8] a client that never said it hears nothing of our own messages', async () => {
    const { server, board } = await table()
    const client = await rawClient(server, board, board.keys.editor)
    open.push(client)
    client.send(stateVectorFrame(Uint8Array.of(0)))
    const anna = await join(server, board, board.keys.editor)
    addCard(anna.doc, { kind: 'note', at: [0, 0] })
    await vi.waitFor(() => expect(client.frames.length).toBeGreaterThan(2))
    expect(client.messages).toEqual([])
  })
})
