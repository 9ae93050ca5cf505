import { connect } from 'node:net'
import { clientFrame, OPCODE } from '../wire/frame-bytes.ts'
import { WireSocket } from '../wire/wire-socket.ts'
import type { Attack } from './attacks.ts'
import { noise, STEP_1, times, turn } from './attacker.ts'

const FIN = 0x80

/** What goes wrong below the protocol: WebSocket frames that are none, and connections that are not meant. */
export const SOCKET_ATTACKS: readonly Attack[] = [
  [
    'message that never ends (30 MB in pieces)',
    async (by) => {
      const piece = clientFrame(noise(60_000), 0)
      const first = clientFrame(noise(60_000), OPCODE.binary)
      first[0] = OPCODE.binary
      piece[0] = 0
      await by.raw(first)
      await times(500, () => by.raw(piece))
    },
  ],
  [
    'invalid WebSocket frames',
    (by) =>
      times(20, async (n) => {
        // Reserved bits, reserved kinds, a ping that is too long.
        await by.raw(
          Uint8Array.of(
            [0xf3, 0x83, 0x8b, FIN | OPCODE.ping][n % 4] ?? 0,
            n % 4 === 3 ? 0xfe : 0x05,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
          ),
        )
        by.leave()
      }),
  ],
  [
    'frame without a mask',
    (by) => times(10, async () => (await by.raw(Uint8Array.of(FIN | OPCODE.binary, 3, 0, 0, 0)), by.leave())),
  ],
  [
    'text that is no UTF-8',
    (by) => times(10, async () => (await by.bytes(Uint8Array.of(0xc3, 0x28, 0xff), OPCODE.text), by.leave())),
  ],
  [
    'names of boards',
    async ({ seat }) => {
      const { origin } = new URL(seat.url.replace('ws', 'http'))
      const names = [
        '..%2f..%2fetc%2fpasswd',
        '%00',
        'a'.repeat(6000),
        '%',
        '__proto__',
        'constructor',
        '',
        '%F0%9F',
        'A B',
      ]
      for (const name of names) await knock(`${origin.replace('http', 'ws')}/sync/${name}`, seat.protocols)
    },
  ],
  [
    '500 connections, broken off half way through the handshake',
    ({ seat }) =>
      times(500, async () => {
        const { hostname, port, pathname } = new URL(seat.url)
        const socket = connect(Number(port), hostname)
        socket.on('error', () => undefined)
        socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnec`)
        await turn()
        socket.resetAndDestroy()
      }),
  ],
  [
    'join and reset ×200',
    (by) =>
      times(200, async () => {
        await by.sync(STEP_1, Uint8Array.of(0))
        const socket = await by.socket()
        socket?.raw.resetAndDestroy()
        by.leave()
      }),
  ],
]

async function knock(url: string, protocols: readonly string[]): Promise<void> {
  const socket = await WireSocket.open(url, protocols, { onFrame: () => undefined }).catch(() => null)
  socket?.send(Uint8Array.of(0, 0, 1, 0))
  await turn()
  socket?.drop()
}
