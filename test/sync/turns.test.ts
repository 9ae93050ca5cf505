import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { cardsOf } from '../../shared/board/schema.ts'
import { answerFrame, readFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { gatedStore, type GatedStore } from '../doubles/gated-store.ts'
import { createBoard, startOver, type TestBoard, type TestServer } from '../server/running.ts'
import { answersIn, rawClient, updatesIn, type RawClient } from './raw-client.ts'

let store: GatedStore
let server: TestServer
let board: TestBoard
const open: { close: () => void }[] = []

beforeEach(async () => {
  store = gatedStore()
  // Nothing is repaired while the tests count records.
  server = await startOver({ store, restMs: 60_000 })
  board = await createBoard(server)
})
afterEach(async () => {
  open.splice(0).forEach((one) => one.close())
  store.open()
  await server.close()
})

/** Somebody who is told of every edit, and the frames of edits of their own. */
async function seated() {
  const client = await rawClient(server, board, board.keys.editor)
  open.push(client)
  const doc = new Y.Doc()
  client.hello(doc.clientID)
  client.send(stateVectorFrame(Uint8Array.of(0)))
  client.send(answerFrame(Y.encodeStateAsUpdate(doc)))
  await vi.waitFor(() => expect(answersIn(client.frames)).toHaveLength(1))
  await persisted(client, 1)
  client.frames.length = 0
  const edits: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => edits.push(updateFrame(update)))
  return { client, doc, edits }
}

const persisted = ({ messages }: RawClient, frames: number): Promise<void> =>
  vi.waitFor(() => expect(messages.findLast(({ type }) => type === 'persisted')).toMatchObject({ frames }))

const cardsIn = (frames: readonly Uint8Array[]): number => {
  const doc = new Y.Doc()
  for (const bytes of frames) {
    const frame = readFrame(bytes)
    if (frame?.kind === 'write') Y.applyUpdate(doc, frame.update)
  }
  return cardsOf(doc).size
}

describe('edits in turns', () => {
  it('[SYNC-15] what somebody sent before they closed the window is taken', async () => {
    const reader = await seated()
    const { client, doc, edits } = await seated()
    addCard(doc, { kind: 'note', at: [0, 0] })
    for (const edit of edits) client.send(edit)
    client.socket.close()
    await vi.waitFor(() => expect(cardsIn(reader.client.frames)).toBe(1))
  })
})

describe('what is told', () => {
  it('[SYNC-16] edits that became durable together are one update, and nobody gets back only their own', async () => {
    const [anna, bruno, reader] = [await seated(), await seated(), await seated()]
    store.shut()
    for (const { client, doc, edits } of [anna, bruno]) {
      addCard(doc, { kind: 'note', at: [0, 0] })
      for (const edit of edits) client.send(edit)
    }
    await vi.waitFor(() => expect(store.waiting).toBe(2))
    store.open()
    await vi.waitFor(() => expect(updatesIn(reader.client.frames)).toHaveLength(1))
    expect(cardsIn(reader.client.frames)).toBe(2)
    await persisted(anna.client, 2)
    anna.client.frames.length = 0
    addCard(anna.doc, { kind: 'note', at: [1, 0] })
    anna.client.send(anna.edits.at(-1) ?? new Uint8Array())
    await persisted(anna.client, 3)
    expect(updatesIn(anna.client.frames)).toHaveLength(0)
    await vi.waitFor(() => expect(updatesIn(reader.client.frames)).toHaveLength(2))
  })
})
