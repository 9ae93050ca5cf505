import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket, WebSocketServer } from 'ws'
import { sealedAddress } from '../access/address.ts'
import { answerRaw, statusOf } from '../http/raw-answer.ts'
import { isReachedOverTls } from '../http/security.ts'
import type { House } from '../house.ts'
import { Session } from '../rooms/session.ts'
import type { BoardId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { admit, type Admission } from './admission.ts'
import { isOwnOrigin } from './origin.ts'
import { Seat } from './seat.ts'
import { connectionOver, type Pulse } from './socket.ts'

/**
 * `GET /sync/:id`: a WebSocket that speaks the y-websocket protocol. A page of a foreign origin is refused before the
 * upgrade; whoever has no good key is let in only to be told, with a close code the client understands: a browser
 * cannot read the status of a failed upgrade, and would try for ever.
 */
export function mountSync(server: Server, sockets: WebSocketServer, house: House, pulse: Pulse): void {
  const isSecure = isReachedOverTls(house.config)
  server.on('clientError', (error, stream) => {
    const status = statusOf(error, stream)
    if (status === null) stream.destroy()
    else answerRaw(stream, status, isSecure)
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const board = boardIn(request.url)
    if (board === null) return answerRaw(stream, 404, isSecure)
    if (!isOwnOrigin(request.headers.origin, request.headers.host, house.config)) {
      house.metrics.upgradesRejected.inc({ reason: 'origin' })
      return answerRaw(stream, 403, isSecure)
    }
    sockets.handleUpgrade(request, stream, head, (raw) => {
      // Only now, in the turn that keeps it in sight: a key may be revoked while a socket is being opened.
      const admission = admit(
        house,
        board,
        request.headers['sec-websocket-protocol'],
        addressOf(request, house),
      )
      if (admission.ok) house.metrics.upgrades.inc()
      else house.metrics.upgradesRejected.inc({ reason: admission.reason })
      // An http.Server upgrades nothing but its own TCP sockets.
      seat(raw, stream as Socket, admission, house, pulse)
    })
  })
}

function seat(raw: WebSocket, tcp: Socket, admission: Admission, house: House, pulse: Pulse): void {
  const connection = connectionOver(raw, tcp, (code) => house.metrics.closed.inc({ code }))
  // What breaks a connection is told by its end as well; without a listener it would end the server.
  raw.on('error', () => undefined)
  if (!admission.ok) return connection.close(admission.code, admission.reason)
  pulse.watch(raw)
  const seat = new Seat(house, admission, new Session(admission.guest, connection), raw)
  raw.on('message', (data: Buffer, isBinary) => {
    // A copy: what is kept of a small frame must not keep the network's buffer.
    if (isBinary) seat.receive(new Uint8Array(data))
    else seat.session.close(CLOSE.badFrame, 'text')
  })
  raw.on('close', () => seat.leave())
  tcp.on('drain', () => seat.drained())
}

function boardIn(address = ''): BoardId | null {
  const [, board] = /^\/sync\/([^/?]+)(?:\?|$)/.exec(address) ?? []
  return board === undefined ? null : (board as BoardId)
}

const addressOf = ({ socket, headers }: IncomingMessage, { config }: House): string =>
  sealedAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString(), config.trustedProxies)
