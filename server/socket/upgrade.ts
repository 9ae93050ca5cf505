import { upgradeWebSocket } from '@hono/node-server'
import type { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { anonymousOf, entryWith, participantWith } from '../access/who.ts'
import { Pace } from '../access/pace.ts'
import type { House } from '../house.ts'
import { greet, receive } from '../rooms/receive.ts'
import { FRAME_BYTES } from '../rooms/limits.ts'
import { Session, type Guest } from '../rooms/session.ts'
import { boardById } from '../store/registry-boards.ts'
import type { BoardId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { isOwnOrigin } from './origin.ts'
import { connectionOver, type Pulse } from './socket.ts'
import { readOffer } from './subprotocols.ts'

/** Frames and bytes a second from one connection; what is faster is read later, nobody is closed for it. */
const FRAMES = { perSecond: 200, burst: 600 }
const BYTES = { perSecond: 512 * 1024, burst: 4 * 1024 * 1024 }
const MAX_PER_BOARD = 1000

type Admission =
  | { readonly ok: true; readonly board: BoardId; readonly guest: Guest }
  | { readonly ok: false; readonly code: number; readonly reason: string }

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
        const admission = admit(house, c.req.param('id') as BoardId, offer)
        house.metrics.upgrades.inc({ result: admission.ok ? 'ok' : 'refused' })
        let seat: Seat | null = null
        return {
          onOpen(_event, ws) {
            const raw = ws.raw as WebSocket
            const connection = connectionOver(raw, (code) => house.metrics.closed.inc({ code }))
            if (!admission.ok) return connection.close(admission.code, admission.reason)
            pulse.watch(raw)
            seat = new Seat(house, admission.board, new Session(admission.guest, connection), raw)
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

function admit(house: House, board: BoardId, offered: string | undefined): Admission {
  const { key, token } = readOffer(offered)
  if (house.isStopping()) return { ok: false, code: CLOSE.overloaded, reason: 'shutdown' }
  if (!boardById(house.registry, board)) return { ok: false, code: CLOSE.gone, reason: 'no such board' }
  if (key === null) return { ok: false, code: CLOSE.loginNeeded, reason: 'no key' }
  const entry = entryWith(house, key, board)
  if (entry.kind !== 'member') return { ok: false, code: CLOSE.forbidden, reason: 'key' }
  const { membership } = entry
  const participant = token === null ? anonymousOf(membership.keyId) : participantWith(house, token, board)
  if (participant === null) return { ok: false, code: CLOSE.loginNeeded, reason: 'participant' }
  return { ok: true, board, guest: { participant, ...membership } }
}

/** A connection on its way into a room, and then in it. */
class Seat {
  readonly #frames = new Pace(FRAMES.perSecond, FRAMES.burst)
  readonly #bytes = new Pace(BYTES.perSecond, BYTES.burst)
  /** Frames that came before the board was loaded. */
  #early: Uint8Array[] = []
  #take: ((frame: Uint8Array) => void) | null = null
  #rise: (() => void) | null = null
  #left = false

  constructor(
    private readonly house: House,
    board: BoardId,
    readonly session: Session,
    private readonly raw: WebSocket,
  ) {
    void this.#sit(board)
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
      if (room.sessions.size >= MAX_PER_BOARD || room.isFailed)
        return this.session.close(CLOSE.overloaded, 'full')
      greet(room, this.session)
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
