import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/**
 * The baseline: a plain `ws` relay. Whatever comes in goes out to everybody of the room, its writer too, as
 * y-websocket's server does it. It keeps nothing, checks nothing and knows nothing of documents.
 */
const rooms = new Map<string, Set<WebSocket>>()
const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

sockets.on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (frame, isBinary) => {
    for (const other of room) if (other.readyState === other.OPEN) other.send(frame, { binary: isBinary })
  })
  socket.on('error', () => undefined)
  socket.on('close', () => room.delete(socket))
})
sockets.on('listening', () => process.stdout.write(`port ${(sockets.address() as AddressInfo).port}\n`))
process.on('SIGTERM', () => process.exit(0))
