import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import type { OpenSocket } from '../access/open-sockets.ts'
import type { House } from '../house.ts'
import { FRAME_BYTES } from '../rooms/limits.ts'
import { greet, receive, roleNow } from '../rooms/receive.ts'
import type { Room } from '../rooms/room.ts'
import type { Session } from '../rooms/session.ts'
import type { Admission } from './admission.ts'
import { Quota } from './quota.ts'

/** Frames and bytes a second from one connection; what is faster is read later, nobody is closed for it. */
const FRAMES = { perSecond: 200, burst: 600 }
const BYTES = { perSecond: 512 * 1024, burst: 4 * 1024 * 1024 }

/** A connection on its way into a room, and then in it. */
export class Seat implements OpenSocket {
  readonly board: BoardId
  readonly keyId: string
  readonly address: string
  readonly #gone: () => void
  readonly #frames = new Quota(FRAMES)
  readonly #bytes = new Quota(BYTES)
  /** Frames that came before the board was loaded. */
  #early: Uint8Array[] = []
  #room: Room | null = null
  #release: (() => void) | null = null
  #left = false
  #paused = false

  constructor(
    private readonly house: House,
    { board, membership, address }: Extract<Admission, { ok: true }>,
    readonly session: Session,
    /** Where the frames come from. */
    private readonly source: { pause(): void; resume(): void },
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
    if (!this.#room) return
    this.session.tell({ type: 'role', role: roleNow(this.#room, role) })
    this.#room.people.signAnew([this.session])
  }

  close(code: number, reason: string): void {
    this.session.close(code, reason)
  }

  receive(frame: Uint8Array): void {
    this.#slowDown(frame.byteLength)
    if (this.#room) receive(this.#room, this.session, frame)
    else if (
      this.#early.reduce((sum, { byteLength }) => sum + byteLength, frame.byteLength) <=
      2 * FRAME_BYTES
    )
      this.#early.push(frame)
    else this.session.close(CLOSE.overloaded, 'too much before the board was loaded')
  }

  /** What the connection was sent has gone out. */
  drained(): void {
    this.#room?.people.catchUp(this.session)
  }

  leave(): void {
    this.#left = true
    this.#gone()
    this.#rise()
    this.session.ended()
  }

  #rise(): void {
    this.#room?.people.leave(this.session)
    this.#release?.()
  }

  async #sit(board: BoardId): Promise<void> {
    try {
      const { room, release } = await this.house.rooms.hold(board)
      this.#release = release
      if (this.#left) return release()
      if (room.isFailed) return this.session.close(CLOSE.overloaded, 'full')
      greet(room, this.session)
      this.#room = room
      for (const frame of this.#early.splice(0)) receive(room, this.session, frame)
    } catch (error) {
      this.house.log.error({ event: 'board.unopened', board, err: error }, 'a board could not be opened')
      this.session.close(CLOSE.overloaded, 'board cannot be opened')
    }
  }

  #slowDown(bytes: number): void {
    const nowMs = performance.now()
    const waitMs = Math.max(this.#frames.take(1, nowMs), this.#bytes.take(bytes, nowMs))
    if (waitMs === 0 || this.#paused) return
    this.#paused = true
    this.source.pause()
    setTimeout(() => {
      this.#paused = false
      this.source.resume()
    }, waitMs).unref()
  }
}
