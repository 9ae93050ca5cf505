import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { chunkingSocket } from '../../client/sync/chunking-socket.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { editText } from '../../shared/board/commands/edit-card.ts'
import { cardsOf, SCHEMA_VERSION } from '../../shared/board/schema.ts'
import { chunksOf, UPLOAD } from '../../shared/protocol/chunks.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { encodeMessage } from '../../shared/protocol/messages.ts'
import { answerFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { connect, synced, type TestBoard, type TestServer } from '../server/running.ts'
import { freshTable } from './fresh-table.ts'
import { rawClient } from './raw-client.ts'

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

/** A board that somebody wrote without a network: `count` cards with long texts. */
function offline(count: number, letters = 9000): Y.Doc {
  const doc = new Y.Doc()
  for (let n = 0; n < count; n++) {
    const id = addCard(doc, { kind: 'note', at: [n, n], title: `carta ${n}` })
    if (id) editText(doc, id, 'body', 'testo '.repeat(letters / 6))
  }
  return doc
}

const cardsNow = async (): Promise<number> => {
  const late = connect(server, board, board.keys.viewer)
  open.push(late)
  await synced(late.provider)
  return cardsOf(late.doc).size
}

describe('[SYNC-27] what is too large for one message', () => {
  it('is sent in pieces by our provider, and is one acknowledged frame', async () => {
    const doc = offline(200)
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeGreaterThan(1.5 * 1024 * 1024)
    const acknowledged: number[] = []
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, board.id, doc, {
      protocols: ['tavolo', `key.${board.keys.editor}`],
      WebSocketPolyfill: chunkingSocket(WebSocket as unknown as typeof globalThis.WebSocket),
      disableBc: true,
    })
    open.push({ close: () => provider.destroy() })
    provider.on('status', ({ status }) => {
      if (status === 'connected')
        provider.ws?.send(
          new Uint8Array(
            encodeMessage({
              type: 'hello',
              clientId: doc.clientID,
              schemaVersion: SCHEMA_VERSION,
              generation: null,
            }),
          ),
        )
    })
    provider.messageHandlers[110] = (_encoder, decoder) => {
      const text = new TextDecoder().decode(decoder.arr.subarray(decoder.pos))
      const frames = /"frames":(\d+)/.exec(text)?.[1]
      if (frames) acknowledged.push(Number(frames))
    }
    await vi.waitFor(() => expect(acknowledged).toEqual([1]), 15_000)
    expect(await cardsNow()).toBe(200)
  })

  it('is looked at like any other frame: what is refused in it leaves no trace', async () => {
    const wrong = offline(1)
    cardsOf(wrong).set('a', new Y.Map<unknown>([['at', 'qui']]))
    const client = await rawClient(server, board, board.keys.editor)
    open.push(client)
    client.hello(3)
    for (const piece of chunksOf(answerFrame(Y.encodeStateAsUpdate(wrong)), 1) ?? []) client.send(piece)
    expect((await client.closed).code).toBe(CLOSE.badFrame)
    expect(client.messages).toContainEqual(expect.objectContaining({ type: 'rejected', frame: 1 }))
    expect(await cardsNow()).toBe(0)
  })

  it('is not for a frame that writes nothing, nor for who said no hello', async () => {
    const frame = stateVectorFrame(Uint8Array.of(0))
    const [piece] = chunksOf(frame, 1) ?? []
    for (const greets of [true, false]) {
      const client = await rawClient(server, board, board.keys.editor)
      open.push(client)
      if (greets) client.hello(3)
      client.send(piece ?? frame)
      expect((await client.closed).code).toBe(CLOSE.badFrame)
    }
  })

  it('is refused when it is more than the server takes, by our own socket already', async () => {
    expect(chunksOf(new Uint8Array(UPLOAD.bytes + 1), 1)).toBeNull()
    const Socket = chunkingSocket(WebSocket as unknown as typeof globalThis.WebSocket)
    const socket = new Socket(`${server.url.replace('http', 'ws')}/sync/${board.id}`, [
      'tavolo',
      `key.${board.keys.editor}`,
    ])
    await new Promise((resolve) => (socket.onopen = resolve))
    const closed = new Promise<CloseEvent>((resolve) => (socket.onclose = resolve))
    socket.send(updateFrame(new Uint8Array(UPLOAD.bytes)) as Uint8Array<ArrayBuffer>)
    expect((await closed).code).toBe(CLOSE.tooLarge)
  })
})
