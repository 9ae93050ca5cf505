import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { decodeMessage, encodeMessage, EXTENSION, type Message } from '../../shared/protocol/messages.ts'
import { SCHEMA_VERSION } from '../../shared/board/schema.ts'
import type { TestBoard, TestServer } from '../server/running.ts'

/** A socket without a provider: sends what it is told, keeps what it gets. */
export interface RawClient {
  readonly socket: WebSocket
  /** Frames of the y-websocket protocol received so far. */
  readonly frames: Uint8Array[]
  /** Messages of type 110 received so far. */
  readonly messages: Message[]
  readonly closed: Promise<{ code: number; reason: string }>
  send(frame: Uint8Array): void
  hello(clientId: number, generation?: number | null, cursors?: boolean): void
  close(): void
}

export async function rawClient(
  server: Pick<TestServer, 'url'>,
  board: Pick<TestBoard, 'id'>,
  key: string,
  { token, origin }: { token?: string; origin?: string } = {},
): Promise<RawClient> {
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/sync/${board.id}`,
    ['tavolo', `key.${key}`, ...(token === undefined ? [] : [`who.${token}`])],
    origin === undefined ? {} : { origin },
  )
  socket.binaryType = 'arraybuffer'
  const frames: Uint8Array[] = []
  const messages: Message[] = []
  socket.on('message', (data: ArrayBuffer) => {
    const bytes = new Uint8Array(data)
    const decoder = decoding.createDecoder(bytes)
    const message = decoding.readVarUint(decoder) === EXTENSION ? decodeMessage(decoder) : null
    if (message) messages.push(message)
    else frames.push(bytes)
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code: number, reason: Buffer) => resolve({ code, reason: reason.toString() })),
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  return {
    socket,
    frames,
    messages,
    closed,
    send: (frame) => socket.send(frame),
    hello: (clientId, generation = null, cursors) =>
      socket.send(
        encodeMessage({
          type: 'hello',
          clientId,
          schemaVersion: SCHEMA_VERSION,
          generation,
          ...(cursors !== undefined && { cursors }),
        }),
      ),
    close: () => socket.terminate(),
  }
}

/** Update frames (type 0, sub 2) among what a client received. */
export const updatesIn = (frames: readonly Uint8Array[]): Uint8Array[] =>
  frames.filter((frame) => frame[0] === 0 && frame[1] === 2)

/** Answers to a state vector (type 0, sub 1) among what a client received. */
export const answersIn = (frames: readonly Uint8Array[]): Uint8Array[] =>
  frames.filter((frame) => frame[0] === 0 && frame[1] === 1)
