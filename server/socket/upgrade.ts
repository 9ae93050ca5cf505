import { upgradeWebSocket, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { sealedAddress } from '../access/address.ts'
import type { OpenSocket } from '../access/open-sockets.ts'
import { Pace } from '../access/pace.ts'
import type { House } from '../house.ts'
import { greet, receive, roleNow } from '../rooms/receive.ts'
import { FRAME_BYTES } from '../rooms/limits.ts'
import { Session } from '../rooms/session.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import { admit, type Admission } from './admission.ts'
import { isOwnOrigin } from './origin.ts'
import { connectionOver, type Pulse } from './socket.ts'

/** Frames and bytes a second from one connection; what is faster is read later, nobody is closed for it. */
const FRAMES = { perSecond: 200, burst: 600 }
const BYTES = { perSecond: 512 * 1024, burst: 4 * 1024 * 1024 }

/**
 * `GET /sync/:id`: a WebSocket that speaks the y-websocket protocol. A page of a foreign origin is refused before the
 * upgrade; whoever has no good key is let in only to be told, with a close code the client understands: a browser
 * cannot read the status of a failed upgrade, and would try for ever.
 */
export function mountSync(app: Hono, house: House, pulse: Pulse): void {
  app.get(
    '/sync/:id',
    async (c, next) => {
      if (isOwnOrigin(c.req.header('origin'), c.req.header('host'), house.config)) return next()
      house.metrics.upgrades.inc({ result: 'origin' })
      return c.text('This page belongs to another site.', 403)
    },
    upgradeWebSocket(
      (c) => {
        const offer = c.req.header('sec-websocket-protocol')
        const board = c.req.param('id') as BoardId
        const { incoming } = c.env as HttpBindings
        const address = sealedAddress(
          incoming.socket.remoteAddress,
          c.req.header('x-forwarded-for'),
          house.config.trustedProxies,
        )
        let seat: Seat | null = null
        return {
          onOpen(_event, ws) {
            const raw = ws.raw as WebSocket
            const connection = connectionOver(raw, (code) => house.metrics.closed.inc({ code }))
            // Only now, in the turn that keeps it in sight: a key may be revoked while a socket is being opened.
            const admission = admit(house, board, offer, address)
            house.metrics.upgrades.inc({ result: admission.ok ? 'ok' : admission.reason })
            if (!admission.ok) return connection.close(admission.code, admission.reason)
            pulse.watch(raw)
            seat = new Seat(house, admission, new Session(admission.guest, connection), raw)
          },
          onMessage({ data }) {
            if (data instanceof ArrayBuffer) seat?.receive(new Uint8Array(data))
            else seat?.session.close(CLOSE.badFrame, 'text')
          },
          onClose() {
            seat?.leave()
          },
          onError() {
            seat?.leave()
          },
        }
      },
      { onError: (error) => house.log.error({ err: error }, 'a socket handler failed') },
    ),
  )
}

/** A connection on its way into a room, and then in it. */
class Seat implements OpenSocket {
  readonly board: BoardId
  readonly keyId: string
  readonly address: string
  readonly #gone: () => void
  readonly #frames = new Pace(FRAMES.perSecond, FRAMES.burst)
  readonly #bytes = new Pace(BYTES.perSecond, BYTES.burst)
  /** Frames that came before the board was loaded. */
  #early: Uint8Array[] = []
  #take: ((frame: Uint8Array) => void) | null = null
  #rise: (() => void) | null = null
  #tellRole: (() => void) | null = null
  #left = false

  constructor(
    private readonly house: House,
    { board, membership, address }: Extract<Admission, { ok: true }>,
    readonly session: Session,
    private readonly raw: WebSocket,
  ) {
    this.board = board
    this.keyId = membership.keyId
    this.address = address
    this.#gone = house.openSockets.enter(this, membership.expiresMs)
    void this.#sit(board)
  }

  get participant(): ParticipantId {
    return this.session.guest.participant
  }

  role(): Role {
    return this.session.guest.role
  }

  become(role: Role): void {
    this.session.guest = { ...this.session.guest, role }
    this.#tellRole?.()
  }

  close(code: number, reason: string): void {
    this.session.close(code, reason)
  }

  receive(frame: Uint8Array): void {
    this.house.metrics.framesIn.inc()
    this.#slowDown(frame.byteLength)
    if (this.#take) this.#take(frame)
    else if (
      this.#early.reduce((sum, { byteLength }) => sum + byteLength, frame.byteLength) <=
      2 * FRAME_BYTES
    )
      this.#early.push(frame)
    else this.session.close(CLOSE.overloaded, 'too much before the board was loaded')
  }

  leave(): void {
    this.#left = true
    this.#gone()
    this.#rise?.()
    this.session.ended()
  }

  async #sit(board: BoardId): Promise<void> {
    try {
      const { room, release } = await this.house.rooms.hold(board)
      this.#rise = () => {
        room.leave(this.session)
        release()
      }
      if (this.#left) return this.#rise()
      if (room.isFailed) return this.session.close(CLOSE.overloaded, 'full')
      greet(room, this.session)
      this.#tellRole = () => this.session.tell({ type: 'role', role: roleNow(room, this.role()) })
      this.#take = (frame) => receive(room, this.session, frame)
      for (const frame of this.#early.splice(0)) this.#take(frame)
    } catch (error) {
      this.house.log.error({ board, err: error }, 'a board could not be opened')
      this.session.close(CLOSE.overloaded, 'board cannot be opened')
    }
  }

  #slowDown(bytes: number): void {
    const waitMs = Math.max(this.#frames.take('frame'), this.#bytes.take('bytes', bytes))
    if (waitMs === 0) return
    this.raw.pause()
    setTimeout(() => this.raw.resume(), waitMs).unref()
  }
}
