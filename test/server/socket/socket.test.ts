import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Packet } from '../../../server/rooms/packet.ts'
import type { Connection } from '../../../server/rooms/session.ts'
import { connectionOver } from '../../../server/socket/socket.ts'

let server: ReturnType<typeof createServer>
let client: WebSocket
let raw: WebSocket
let connection: Connection
const got: Buffer[] = []
const pings: number[] = []

beforeEach(async () => {
  got.length = pings.length = 0
  server = createServer()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const accepted = new Promise<void>((resolve) =>
    server.on('upgrade', (request, stream, head) =>
      sockets.handleUpgrade(request, stream, head, (socket) => {
        raw = socket
        connection = connectionOver(socket, stream as Socket, () => undefined)
        resolve()
      }),
    ),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('message', (data: Buffer) => got.push(data))
  client.on('ping', () => pings.push(got.length))
  await accepted
})
afterEach(async () => {
  client.terminate()
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, n) => n % 251)

describe('frames written below ws', () => {
  it('arrive whole and in order, whatever their size, with what ws sends itself in between', async () => {
    const sizes = [0, 1, 125, 126, 65_535, 65_536, 1_500_000]
    const packets = sizes.map((size) => new Packet(bytes(size)))
    connection.send(packets.slice(0, 3))
    raw.ping()
    raw.send(bytes(7))
    connection.send(packets.slice(3))
    // Once more, the same frames: they are built once for all readers.
    connection.send(packets)
    connection.close(4503, 'shutdown')
    const [code] = (await once(client, 'close')) as [number]
    expect(code).toBe(4503)
    expect(got.map(({ length }) => length)).toEqual([...sizes.slice(0, 3), 7, ...sizes.slice(3), ...sizes])
    for (const one of got) expect(one.equals(bytes(one.length))).toBe(true)
    expect(pings).toEqual([3])
  })

  it('of several parts are one message', async () => {
    connection.send([new Packet(Uint8Array.of(1), bytes(3)), new Packet(Uint8Array.of(2), bytes(40_000))])
    connection.close(4503, '')
    await once(client, 'close')
    expect(got.map(({ length }) => length)).toEqual([4, 40_001])
    expect(got[1]?.[0]).toBe(2)
  })

  it('are not sent after the farewell', async () => {
    connection.close(4503, '')
    connection.send([new Packet(bytes(5))])
    await once(client, 'close')
    expect(got).toEqual([])
  })
})
