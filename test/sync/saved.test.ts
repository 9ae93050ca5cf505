import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { memoryRegistry } from '../../server/store/registry.ts'
import { StoreRefused } from '../../server/store/board-store.ts'
import { answerFrame, readFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { gatedStore, type GatedStore } from '../doubles/gated-store.ts'
import {
  ask,
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { answersIn, rawClient, updatesIn } from './raw-client.ts'

let store: GatedStore
let server: TestServer
let board: TestBoard
const open: { close: () => void }[] = []

beforeEach(async () => {
  store = gatedStore()
  server = await startOver({ store })
  board = await createBoard(server)
})
afterEach(async () => {
  open.splice(0).forEach((one) => one.close())
  store.open()
  await server.close()
})

const raw = async (key: string) => {
  const client = await rawClient(server, board, key)
  open.push(client)
  return client
}

const join = async (key: string) => {
  const client = connect(server, board, key)
  open.push(client)
  await synced(client.provider)
  return client
}

/** Edits of one new document, as the frames a stock client would send. */
function writer() {
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)))
  return { doc, frames }
}

/** How many cards somebody sees who was sent these frames. */
function cardsIn(frames: readonly Uint8Array[]): number {
  const doc = new Y.Doc()
  for (const bytes of frames) {
    const frame = readFrame(bytes)
    if (frame?.kind === 'write') Y.applyUpdate(doc, frame.update)
  }
  return boardOf(doc).cards.size
}

const emptyAnswer = () => answerFrame(Y.encodeStateAsUpdate(new Y.Doc()))

const persisted = (client: Awaited<ReturnType<typeof raw>>): number[] =>
  client.messages.flatMap((message) => (message.type === 'persisted' ? [message.frames] : []))

describe('[SYNC-1] nothing is told before it is on disk', () => {
  it('acknowledges the count of write frames, deletions and empty answers included', async () => {
    const client = await raw(board.keys.editor)
    const { doc, frames } = writer()
    client.hello(doc.clientID)
    client.send(emptyAnswer())
    addCard(doc, { kind: 'note', at: [0, 0], title: 'uno' })
    doc.getMap('cards').clear()
    frames.forEach((frame) => client.send(frame))
    await vi.waitFor(() => expect(Math.max(...persisted(client))).toBe(3))
  })

  it('neither sends an edit, nor answers a state vector, nor acknowledges, while the disk has not taken it', async () => {
    const reader = await join(board.keys.viewer)
    const author = await raw(board.keys.editor)
    const { doc, frames } = writer()
    author.hello(doc.clientID)
    author.send(emptyAnswer())
    await vi.waitFor(() => expect(persisted(author)).toEqual([1]))
    store.shut()
    addCard(doc, { kind: 'note', at: [0, 0], title: 'segreto' })
    frames.forEach((frame) => author.send(frame))
    await vi.waitFor(() => expect(store.waiting).toBe(1))
    const late = await raw(board.keys.viewer)
    late.send(stateVectorFrame(Uint8Array.of(0)))
    const overHttp = ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}`)
    let answered = false
    void overHttp.then(() => (answered = true))
    // Frames of one socket are read in their order: a welcome means that what came before was looked at.
    late.hello(1)
    await vi.waitFor(() => expect(late.messages).toHaveLength(1))
    // Who comes now is told what is on disk.
    expect(answersIn(late.frames)).toHaveLength(1)
    expect(cardsIn(late.frames)).toBe(0)
    expect(boardOf(reader.doc).cards.size).toBe(0)
    expect(persisted(author)).toEqual([1])
    expect(answered).toBe(false)
    store.open()
    await vi.waitFor(() => expect(persisted(author)).toEqual([1, 2]))
    await vi.waitFor(() => expect(boardOf(reader.doc).cards.size).toBe(1))
    await vi.waitFor(() => expect(cardsIn(late.frames)).toBe(1))
    expect(await (await overHttp).json()).toMatchObject({ counts: { note: 1 } })
  })

  it('[SYNC-2] does not acknowledge on a second connection what the first one sent and the disk has not taken', async () => {
    const { doc, frames } = writer()
    const first = await raw(board.keys.editor)
    first.hello(doc.clientID)
    first.send(emptyAnswer())
    await vi.waitFor(() => expect(persisted(first)).toEqual([1]))
    store.shut()
    addCard(doc, { kind: 'note', at: [0, 0] })
    frames.forEach((frame) => first.send(frame))
    await vi.waitFor(() => expect(store.waiting).toBe(1))
    const second = await raw(board.keys.editor)
    second.hello(doc.clientID)
    second.send(answerFrame(Y.encodeStateAsUpdate(doc)))
    await vi.waitFor(() => expect(second.messages.map(({ type }) => type)).toEqual(['welcome']))
    expect(persisted(second)).toEqual([])
    store.open()
    await vi.waitFor(() => expect(persisted(second)).toEqual([1]))
  })

  it('[SYNC-3] a store that gives up sends everybody away to a board that holds only what is on disk', async () => {
    const author = await raw(board.keys.editor)
    const { doc, frames } = writer()
    author.hello(doc.clientID)
    author.send(emptyAnswer())
    await vi.waitFor(() => expect(persisted(author)).toEqual([1]))
    store.shut()
    addCard(doc, { kind: 'note', at: [0, 0] })
    frames.forEach((frame) => author.send(frame))
    await vi.waitFor(() => expect(store.waiting).toBe(1))
    store.refuse(new StoreRefused('full'))
    expect((await author.closed).code).toBe(CLOSE.overloaded)
    expect(persisted(author)).toEqual([1])
    store.open()
    const after = await join(board.keys.viewer)
    expect(boardOf(after.doc).cards.size).toBe(0)
    expect(updatesIn(author.frames)).toHaveLength(0)
  })

  it('tells who is there when the disk refuses and when it takes again, and takes no command meanwhile', async () => {
    const client = await raw(board.keys.editor)
    client.hello(9)
    await vi.waitFor(() => expect(client.messages).toHaveLength(1))
    store.setStatus({ kind: 'degraded', reason: 'ENOSPC' })
    await vi.waitFor(() =>
      expect(client.messages).toContainEqual({ type: 'event', name: 'storage', detail: 'ENOSPC' }),
    )
    const need = await ask(server, board.keys.contributor, 'POST', `/api/boards/${board.id}/needs`, {
      text: 'Spazi',
    })
    expect(need.status).toBe(503)
    expect(await need.json()).toMatchObject({ code: 'storage' })
    expect((await ask(server, null, 'GET', '/readyz')).status).toBe(503)
    store.setStatus({ kind: 'ready' })
    await vi.waitFor(() =>
      expect(client.messages).toContainEqual({ type: 'event', name: 'storage', detail: '' }),
    )
    expect((await ask(server, null, 'GET', '/readyz')).status).toBe(200)
  })
})

it('a restart keeps everything, authors and bindings too', async () => {
  const registry = memoryRegistry()
  const kept = new Map()
  const before = await startOver({ store: gatedStore(kept), registry })
  const table = await createBoard(before)
  const anna = connect(before, table, table.keys.editor)
  await synced(anna.provider)
  for (let n = 0; n < 20; n++) addCard(anna.doc, { kind: 'note', at: [n, n], title: `nota ${n}` })
  await vi.waitFor(async () => {
    const late = connect(before, table, table.keys.viewer)
    await synced(late.provider)
    const { size } = boardOf(late.doc).cards
    late.close()
    expect(size).toBe(20)
  })
  const authors = async (one: TestServer) =>
    (await ask(one, table.keys.viewer, 'GET', `/api/boards/${table.id}/authors`)).json()
  const known = await authors(before)
  anna.close()
  await before.close()
  const after = await startOver({ store: gatedStore(kept), registry })
  const bruno = connect(after, table, table.keys.viewer)
  await synced(bruno.provider)
  expect(boardOf(bruno.doc).cards.size).toBe(20)
  expect(Object.keys(known as object)).toHaveLength(20)
  expect(await authors(after)).toEqual(known)
  const thief = await rawClient(after, table, table.keys.facilitator)
  thief.hello(anna.doc.clientID)
  expect((await thief.closed).code).toBe(CLOSE.clientIdTaken)
  bruno.close()
  await after.close()
})
