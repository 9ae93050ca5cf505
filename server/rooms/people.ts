import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Message } from '../../shared/protocol/messages.ts'
import { FanOut } from './fan-out.ts'
import { presenceFrame, type PresenceEntry } from './frames.ts'
import { Packet } from './packet.ts'
import { Presence, type Identity } from './presence.ts'
import type { Reader } from './reader.ts'
import type { RoomTools } from './room-tools.ts'
import type { Session } from './session.ts'
import type { Shelf } from './shelf.ts'

/** The people at one board: their connections, who of them is where, and how each is told the board as it lies on disk. */
export class People {
  readonly presence = new Presence()
  #cursors: boolean
  readonly #sessions = new Set<Session>()
  readonly #fanOut: FanOut

  constructor(
    private readonly tools: Pick<RoomTools, 'personOf' | 'metrics' | 'turns'>,
    private readonly shelf: Pick<Shelf, 'whole' | 'since' | 'stateVector'>,
    cursors: boolean,
  ) {
    this.#cursors = cursors
    this.#fanOut = new FanOut(
      this.#sessions,
      this.presence,
      tools.turns,
      () => this.#cursors,
      (reader) => this.#lags(reader),
      () => tools.metrics.presenceDropped.inc(),
    )
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  join(session: Session): void {
    this.#sessions.add(session)
  }

  leave(session: Session): void {
    session.ended()
    const { presenceId } = session
    if (!this.#sessions.delete(session) || presenceId === null) return
    // The same document may be back on a new socket before the old one was seen to break.
    if ([...this.#sessions].some((other) => other.presenceId === presenceId)) return
    this.presence.leave(presenceId)
    this.presenceChanged()
  }

  /** Answers a state vector with what the client lacks of what is on disk; what is not yet will be told like any edit. */
  answer(session: Session, stateVector: Uint8Array): void {
    const others = session.live ? [] : this.everybody(session)
    if (others.length > 0) session.send(new Packet(presenceFrame(others)))
    this.#tellRest(session, stateVector.length <= 1 ? this.shelf.whole() : this.shelf.since(stateVector))
    session.live = true
  }

  /** Tells a reader that had fallen behind what it missed, as one diff, once it has read what waited for it. */
  catchUp(session: Session): void {
    const { reader, isOpen } = session
    if (!reader.lag || !reader.isDrained || !isOpen) return
    const { stateVector } = reader.lag
    reader.lag = null
    this.tools.metrics.resyncs.inc({ cause: 'slow' })
    this.#tellRest(session, this.shelf.since(stateVector))
  }

  /** An edit is on disk: it may be told. */
  revealed(update: Uint8Array, author: Session | null): void {
    this.#fanOut.revealed(update, author)
  }

  /** Write frames of a connection are on disk: it is to be told. */
  acknowledge(session: Session, frames: number, seq: number): void {
    this.#fanOut.acknowledge(session, frames, seq)
  }

  get cursors(): boolean {
    return this.#cursors
  }

  /** From now on people are told, or not told, where the others point; our browsers also stop saying so. */
  showCursors(cursors: boolean): void {
    if (this.#cursors === cursors) return
    this.#cursors = cursors
    this.presence.tellAnew()
    this.presenceChanged()
    this.tellAll({ type: 'event', name: 'cursors', detail: cursors ? 'on' : 'off' })
  }

  /** Who is at the other end, as keys and registry say. */
  identityOf({ guest: { participant, role } }: Session): Identity {
    return { ...this.tools.personOf(participant), role }
  }

  /** Everybody who is here, as one connection is told of them. */
  everybody(session: Session): PresenceEntry[] {
    return this.presence.all(this.#fanOut.seesPlaces(session))
  }

  /** Tells the others soon who is here and where. */
  presenceChanged(): void {
    this.#fanOut.presenceChanged()
  }

  /** Who somebody is has changed: those who see them here are told, though they said nothing. */
  signAnew(sessions: Iterable<Session>): void {
    for (const session of sessions)
      if (session.presenceId !== null) this.presence.resign(session.presenceId, this.identityOf(session))
    this.presenceChanged()
  }

  /** Every so often: data for the watchdogs of the clients, and an end for readers that gave up. */
  beat(nowMs: number): void {
    for (const session of [...this.#sessions]) {
      if (session.reader.hasGivenUp(nowMs)) session.close(CLOSE.overloaded, 'reader too slow')
      this.catchUp(session)
      session.tell({ type: 'beat' })
    }
  }

  tellAll(message: Message): void {
    for (const session of this.#sessions) session.tell(message)
  }

  closeAll(code: number, reason: string): void {
    for (const session of [...this.#sessions]) session.close(code, reason)
  }

  stop(): void {
    this.#fanOut.stop()
  }

  #tellRest(session: Session, packets: readonly Packet[]): void {
    session.reader.allow(packets.reduce((sum, { length }) => sum + length, 0))
    session.send(...packets)
  }

  #lags(reader: Reader): void {
    reader.lag = { stateVector: this.shelf.stateVector(), sinceMs: performance.now() }
    this.tools.metrics.slowReaders.inc()
  }
}
