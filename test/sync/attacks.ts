import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { cardsOf } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { answerFrame, presenceFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { craftUpdate, type Crafted } from '../server/rooms/crafted-update.ts'
import type { TestBoard } from '../server/running.ts'

/** Where to attack, and whom. */
export interface Target {
  readonly url: string
  readonly board: TestBoard
  /** Another board of the same server. */
  readonly other: TestBoard
  /** A key of the board that was revoked. */
  readonly revokedKey: string
  /** ClientID of an honest person at the board, and how many clocks of it there are at least. */
  readonly victim: number
}

export interface Attack {
  readonly name: string
  /** Resolves with the close codes of its sockets, or `open`, once the server has read what it was sent. */
  readonly run: (target: Target, expected?: Told) => Promise<Told[]>
  /** What each socket is told; not given where chance decides. */
  readonly expected?: Told
}

type Told = number | 'open'

/** Makes an attack, and waits for the close where one is expected: what was read is looked at in a turn of its own. */
export const attack = ({ run, expected }: Attack, target: Target): Promise<Told[]> => run(target, expected)

const ME = 7
const varints = (...numbers: (number | readonly number[])[]): Uint8Array =>
  bytes((encoder) => numbers.flat().forEach((number) => encoding.writeVarUint(encoder, number)))
function bytes(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const chance = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n))
const item = (content: Y.Item['content'], rest: object = {}): Crafted => ({ kind: 'item', content, ...rest })
const map = (): Y.Item['content'] => new Y.ContentType(new Y.Map())
const any = (value: unknown): Y.Item['content'] => new Y.ContentAny([value])
const mine = (structs: readonly Crafted[], client = ME): Uint8Array =>
  craftUpdate([{ client, clock: 0, structs }])
const emptyAnswer = answerFrame(Uint8Array.of(0, 0))

/** A socket of an editor, open. */
async function open(
  { url, board }: Target,
  key = board.keys.editor,
  path = board.id as string,
  origin?: string,
): Promise<WebSocket> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/sync/${path}`,
    ['tavolo', `key.${key}`],
    origin === undefined ? {} : { origin },
  )
  socket.on('error', () => undefined)
  // A refused upgrade is an error, and then a close.
  await once(socket, 'open').catch(() => undefined)
  return socket
}

/** Sends, and waits for the close, or until the server has read it all: frames are read in order, and a ping is one. */
async function sends(
  socket: WebSocket,
  frames: readonly (Uint8Array | string)[],
  expected: Told = 'open',
): Promise<Told> {
  const code = await new Promise<Told>((resolve) => {
    socket.once('close', (closeCode: number) => resolve(closeCode))
    if (expected === 'open') socket.once('pong', () => resolve('open'))
    for (const frame of frames) if (socket.readyState === socket.OPEN) socket.send(frame, () => undefined)
    if (socket.readyState === socket.OPEN) socket.ping()
    if (socket.readyState === socket.CLOSED) resolve(1006)
  })
  socket.terminate()
  return code
}

/** Frames are made before the socket is opened: making them is not what the two honest people wait for. */
const one =
  (
    framesOf: (target: Target) => readonly (Uint8Array | string)[],
    key?: (target: Target) => string,
  ): Attack['run'] =>
  async (target, expected) => {
    const frames = framesOf(target)
    return [await sends(await open(target, key?.(target)), frames, expected)]
  }

/** Each frame on a socket of its own. */
const each =
  (framesOf: () => readonly Uint8Array[]): Attack['run'] =>
  async (target, expected) => {
    const codes: Told[] = []
    for (const frame of framesOf()) codes.push(await sends(await open(target), [frame], expected))
    return codes
  }

const writes = (update: Uint8Array): Attack['run'] => one(() => [emptyAnswer, updateFrame(update)])

/** An open WebSocket as its bare TCP connection, for frames that no library sends. */
async function bare({ url, board }: Target): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connectTcp(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(
    [
      `GET /sync/${board.id} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Protocol: tavolo, key.${board.keys.editor}`,
      '\r\n',
    ].join('\r\n'),
  )
  await once(socket, 'data')
  return socket
}

/** Bytes on the wire; ends when the server has closed, or has been hung up on. */
const wire =
  (chunks: readonly Uint8Array[]): Attack['run'] =>
  async (target) => {
    const socket = await bare(target)
    const ended = once(socket, 'close')
    socket.resume()
    for (const chunk of chunks) if (!socket.destroyed) socket.write(chunk)
    await ended
    return []
  }

const frameHead = (first: number, masked: boolean, length: number): Uint8Array => {
  const head = Buffer.alloc(masked ? 14 : 10)
  head[0] = first
  head[1] = (masked ? 0x80 : 0) | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

/** The inputs of `sync-measured.md`, and more of the same kinds. */
export const ATTACKS: readonly Attack[] = [
  { name: 'random bytes', run: each(() => times(60, () => chance(1 + Math.floor(Math.random() * 60)))) },
  {
    name: 'random bytes after a valid prefix',
    run: each(() => times(60, () => Uint8Array.of(0, 2, ...chance(40)))),
  },
  { name: 'an empty frame', run: one(() => [new Uint8Array()]), expected: CLOSE.badFrame },
  {
    name: 'truncated varints',
    run: each(() => times(11, (n) => new Uint8Array(n + 1).fill(255))),
    expected: CLOSE.badFrame,
  },
  {
    name: 'huge declared lengths',
    run: each(() => [varints(0, 2, 2 ** 50), varints(1, 2 ** 50), varints(110, 0, 2 ** 50)]),
  },
  {
    name: 'unknown message types',
    run: each(() => [4, 99, 2 ** 40].map((type) => varints(type, 1, 1))),
    expected: CLOSE.badFrame,
  },
  { name: 'text frames', run: one(() => ['ciao', '{}']), expected: CLOSE.badFrame },
  {
    name: 'random updates in a valid envelope',
    run: each(() => times(200, () => updateFrame(chance(80)))),
  },
  {
    name: 'random answers and state vectors',
    run: each(() => times(40, (n) => (n % 2 ? answerFrame : stateVectorFrame)(chance(80)))),
  },
  {
    name: 'presence: broken JSON, no name',
    run: one(() => [
      presenceFrame([{ clientId: ME, clock: 1, state: '{"a":' }]),
      presenceFrame([{ clientId: ME, clock: 1, state: '7' }]),
    ]),
    expected: 'open',
  },
  {
    name: 'presence of 5 MB',
    run: one(() => [
      presenceFrame([{ clientId: ME, clock: 1, state: JSON.stringify({ a: 'x'.repeat(5e6) }) }]),
    ]),
    expected: 1009,
  },
  {
    name: 'presence of 20,000 invented people',
    run: one(() => [
      presenceFrame(times(20_000, (n) => ({ clientId: 1000 + n, clock: 2 ** 53 - 1, state: '{"a":1}' }))),
    ]),
    expected: 'open',
  },
  {
    name: 'presence that speaks for, and ends, another',
    run: one(({ victim }) => [
      presenceFrame([{ clientId: victim, clock: 2 ** 53 - 1, state: '{"name":"falsa"}' }]),
      presenceFrame([{ clientId: victim, clock: 2 ** 53 - 1, state: 'null' }]),
    ]),
    expected: 'open',
  },
  { name: 'struct count bomb', run: writes(varints(1, 2 ** 40, ME, 0)), expected: CLOSE.tooLarge },
  {
    name: 'garbage of length 2^40',
    run: writes(mine([{ kind: 'gc', length: 2 ** 40 }])),
    expected: CLOSE.tooLarge,
  },
  {
    name: 'deletions over all clocks',
    run: one(({ victim }) => [emptyAnswer, updateFrame(varints(0, 1, victim, 1, 0, 2 ** 50))]),
    expected: CLOSE.badFrame,
  },
  {
    name: 'deletions of everything by a viewer',
    run: one(
      ({ victim }) => [emptyAnswer, updateFrame(varints(0, 1, victim, 1, 0, 2))],
      ({ board }) => board.keys.viewer,
    ),
    expected: CLOSE.forbidden,
  },
  {
    name: '200,000 deletions that overlap',
    run: one(({ victim }) => [
      emptyAnswer,
      updateFrame(
        varints(
          0,
          1,
          victim,
          200_000,
          times(400_000, (n) => (n % 2 ? 2 : (n / 2) % 3)),
        ),
      ),
    ]),
    expected: CLOSE.badFrame,
  },
  {
    name: 'a state vector of 1,000,000',
    run: one(() => [
      stateVectorFrame(
        varints(
          1_000_000,
          times(2_000_000, (n) => n),
        ),
      ),
    ]),
    expected: 1009,
  },
  {
    name: 'a state vector of 100,000 strangers',
    run: one(() => [
      stateVectorFrame(
        varints(
          100_000,
          times(200_000, (n) => n),
        ),
      ),
    ]),
    expected: CLOSE.badFrame,
  },
  {
    name: '2,000 updates with a gap',
    run: one(() =>
      times(2000, (n) =>
        updateFrame(
          craftUpdate([
            {
              client: ME,
              clock: 5 + n * 3,
              structs: [item(any('x'.repeat(1000)), { parent: 'futuro', key: 'k' })],
            },
          ]),
        ),
      ),
    ),
    expected: CLOSE.tooLarge,
  },
  {
    name: '20,000 maps in each other',
    run: writes(
      mine([
        item(map(), { key: 'b' }),
        ...times(20_000, (n) => item(map(), { parent: { client: ME, clock: n }, key: 'x' })),
      ]),
    ),
    expected: CLOSE.badFrame,
  },
  {
    name: 'a value nested 400,000 times',
    run: writes(
      bytes((encoder) => {
        for (const number of [1, 1, ME, 0]) encoding.writeVarUint(encoder, number)
        encoding.writeUint8(encoder, 8 | 32)
        encoding.writeVarUint(encoder, 1)
        for (const word of ['futuro', 'k']) encoding.writeVarString(encoder, word)
        encoding.writeVarUint(encoder, 1)
        for (let n = 0; n < 400_000; n++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1))
        encoding.writeUint8Array(encoder, Uint8Array.of(126, 0))
      }),
    ),
    expected: CLOSE.badFrame,
  },
  {
    name: '30,000 roots',
    run: writes(mine(times(30_000, (n) => item(any(1), { parent: `r${n}`, key: 'a' })))),
    expected: CLOSE.tooLarge,
  },
  {
    name: '20,000 values that all come first',
    run: writes(mine(times(20_000, () => item(any(1), { parent: 'futuro', key: 'k' })))),
    expected: CLOSE.tooLarge,
  },
  {
    name: 'a card of the wrong type',
    run: one(() => {
      const doc = new Y.Doc()
      cardsOf(doc).set('a', 'testo' as never)
      return [emptyAnswer, updateFrame(Y.encodeStateAsUpdate(doc))]
    }),
    expected: CLOSE.badFrame,
  },
  {
    name: 'structs in the name of another',
    run: one(({ victim }) => [
      emptyAnswer,
      updateFrame(
        craftUpdate([
          { client: victim, clock: 0, structs: times(50_000, () => ({ kind: 'gc', length: 50 })) },
        ]),
      ),
    ]),
    expected: CLOSE.clientIdTaken,
  },
  { name: 'a frame of 50 MB, zeros', run: one(() => [new Uint8Array(50e6)]), expected: 1009 },
  { name: 'an update of 50 MB, random', run: one(() => [updateFrame(chance(50e6))]), expected: 1009 },
  { name: 'a frame of 150 MB', run: one(() => [new Uint8Array(150e6)]), expected: 1009 },
  {
    name: 'fragments without end, 30 MB',
    run: wire([
      frameHead(0x02, true, 100_000),
      new Uint8Array(100_000),
      ...times(300, () => Buffer.concat([frameHead(0x00, true, 100_000), new Uint8Array(100_000)])),
    ]),
  },
  { name: 'reserved bits', run: wire([Uint8Array.of(0xf2, 0x81, 0, 0, 0, 0, 1)]) },
  { name: 'an unknown opcode', run: wire([Uint8Array.of(0x8b, 0x80, 0, 0, 0, 0)]) },
  { name: 'an unmasked frame', run: wire([Uint8Array.of(0x82, 0x01, 0)]) },
  { name: 'text that is no UTF-8', run: wire([Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe)]) },
  { name: 'a control frame in pieces', run: wire([Uint8Array.of(0x09, 0x80, 0, 0, 0, 0)]) },
  {
    name: 'names of boards that lead elsewhere',
    run: async (target) => {
      const codes: Told[] = []
      for (const path of ['..%2f..%2fetc', '%00', 'x'.repeat(5000), '__proto__', 'constructor'])
        codes.push(await sends(await open(target, target.board.keys.editor, path), []))
      return codes
    },
  },
  {
    name: 'a revoked key',
    run: one(
      () => [emptyAnswer],
      ({ revokedKey }) => revokedKey,
    ),
    expected: CLOSE.forbidden,
  },
  {
    name: 'the key of another board',
    run: one(
      () => [emptyAnswer],
      ({ other }) => other.keys.editor,
    ),
    expected: CLOSE.forbidden,
  },
  {
    name: 'a page of a foreign origin',
    run: async (target) => [
      await sends(await open(target, target.board.keys.editor, target.board.id, 'https://evil.example'), []),
    ],
    expected: 1006,
  },
  {
    name: '500 handshakes left half open',
    run: async ({ url }) => {
      const { hostname, port } = new URL(url)
      const sockets = times(500, () => connectTcp(Number(port), hostname).on('error', () => undefined))
      await Promise.all(
        sockets.map(async (socket) => {
          await Promise.race([once(socket, 'connect'), once(socket, 'close')])
          socket.write('GET /sync/x HTTP/1.1\r\nUpgrade: websocket\r\nSec-Web')
        }),
      )
      for (const socket of sockets) socket.destroy()
      return []
    },
  },
  {
    name: 'join and reset, 200 times',
    run: async (target) => {
      for (let n = 0; n < 200; n++) {
        const socket = await bare(target)
        socket.resetAndDestroy()
      }
      return []
    },
  },
]
