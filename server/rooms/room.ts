import * as Y from 'yjs'
import type { Logger } from 'pino'
import type { Board } from '../../shared/board/board.ts'
import type { BoardId, CardId, CommentId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Message } from '../../shared/protocol/messages.ts'
import type { Metrics } from '../metrics.ts'
import { StoreRefused, type BoardStore, type StoredBoard, type StoreStatus } from '../store/board-store.ts'
import type { Act, Actor, ServerAct } from './act.ts'
import type { FirstWriter } from './authors.ts'
import type { Bindings } from './bindings.ts'
import { Commits } from './commits.ts'
import { FanOut } from './fan-out.ts'
import { Idle } from './idle.ts'
import { LiveBoard, type Change } from './live-board.ts'
import { presenceFrame, type PresenceEntry } from './frames.ts'
import { Packet } from './packet.ts'
import { Presence, type Identity } from './presence.ts'
import type { Reader } from './reader.ts'
import type { Session } from './session.ts'
import { Shelf } from './shelf.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import { SnapshotPace, type SnapshotAfter } from './snapshot-pace.ts'
import { Tick } from './tick.ts'
import { COST, type Turns } from './turns.ts'
import { Unfolded } from './unfolded.ts'
import { takeWrites, type Write } from './write.ts'

/** What a room needs of the house. */
export interface RoomTools {
  readonly store: BoardStore
  readonly log: Logger
  readonly metrics: Metrics
  /** How somebody is called and in which colour they are drawn; nobody's name for who came with a key alone. */
  readonly personOf: (participant: ParticipantId) => Omit<Identity, 'role'>
  /** The words of `EVENT authors` for cards that just got an author. */
  readonly tellAuthors: (fresh: readonly (readonly [CardId, FirstWriter])[]) => string
  /** The words of `EVENT comments` for comments that were just made. */
  readonly tellSpeakers: (said: readonly (readonly [CommentId, FirstWriter])[]) => string
  readonly now: () => number
  /** How long nobody must write before the server repairs. */
  readonly restMs: number
  /** How long nobody must need the document before only the bytes are kept. */
  readonly foldMs: number
  /** How much must be written for a new snapshot, where it is not the usual. */
  readonly snapshotAfter?: SnapshotAfter
  readonly turns: Turns
}

/** What the registry says of a board, as far as its room must know. */
export interface BoardFacts {
  readonly generation: number
  readonly archived: boolean
  /** Whether people see each other's cursors. */
  readonly cursors: boolean
}

const AUTHORS_MS = 1000
/** What one connection may bring in one turn: a large upload leaves time for the others in between. */
const TURN_BYTES = 256 * 1024
/** With fewer records than this since the last snapshot, a document is not built to write one. */
const SHORT_TAIL = 200

/**
 * One open board: its bytes, the document while somebody needs one, the people at it and the queue to the disk. Everything
 * that changes the document runs to its end without waiting, so frames, commands and repairs are one queue by nature;
 * what waits is only what tells somebody of a change (`Commits`).
 */
export class Room {
  readonly bindings: Bindings
  readonly presence = new Presence()
  archived: boolean
  #cursors: boolean
  readonly generation: number
  readonly #shelf: Shelf
  readonly #unfolded: Unfolded
  readonly #commits: Commits
  readonly #pace: SnapshotPace
  readonly #snapshots: SnapshotKeeper
  readonly #sessions = new Set<Session>()
  #lastMs: number
  /** Write frames that wait for the next turn. */
  #writes = new Map<Session, Write[]>()
  readonly #fanOut: FanOut
  #fresh: (readonly [CardId, FirstWriter])[] = []
  #said: (readonly [CommentId, FirstWriter])[] = []
  readonly #authorsTick = new Tick(AUTHORS_MS, () => this.#tellAuthors())
  readonly #rest: Idle
  #failed = false

  private constructor(
    readonly id: BoardId,
    private readonly tools: RoomTools,
    stored: StoredBoard | null,
    { generation, archived, cursors }: BoardFacts,
    private readonly onFailure: () => void,
  ) {
    this.generation = generation
    this.archived = archived
    this.#cursors = cursors
    this.#shelf = new Shelf(stored)
    this.bindings = this.#shelf.bindings
    this.#lastMs = stored?.records.at(-1)?.timeMs ?? 0
    this.#commits = new Commits(tools.store, stored?.seq ?? 0, (error) => this.fail(error))
    this.#pace = new SnapshotPace(this.#shelf, tools.snapshotAfter)
    this.#snapshots = new SnapshotKeeper(
      id,
      tools,
      this.#commits,
      this.#pace,
      this.#shelf,
      () => this.#unfolded.take().encode(),
      (error) => this.fail(error),
    )
    this.#fanOut = new FanOut(
      this.#sessions,
      this.presence,
      tools.turns,
      () => this.#cursors,
      (reader) => this.#lags(reader),
      () => tools.metrics.presenceDropped.inc(),
    )
    this.#rest = new Idle(tools.restMs, () => this.#repair())
    this.#unfolded = new Unfolded({
      build: () => this.#build(),
      foldMs: tools.foldMs,
      stateBytes: () => this.stateBytes,
      write: () => this.#snapshots.write(),
      isWritten: () =>
        !this.#failed && this.#writes.size === 0 && !this.#snapshots.isWriting && this.#commits.isSettled,
    })
  }

  /** A board that was not put away in order may lack the repairs of its last edits: building the document makes them. */
  #repair(): void {
    if (this.#failed || (this.isFolded && !this.#shelf.mayBeBroken)) return
    const live = this.#unfolded.live ?? this.#unfolded.take()
    live.repair()
  }

  /** Loads a board; the room is ready when it resolves. Rejects with what the store throws (BoardRotten). */
  static async open(id: BoardId, tools: RoomTools, facts: BoardFacts, onFailure: () => void): Promise<Room> {
    const room = new Room(id, tools, await tools.store.load(id), facts, onFailure)
    if (room.#shelf.hasGap) await room.#mend()
    if (room.#shelf.mayBeBroken) room.#rest.touch()
    return room
  }

  /** The document, built now if there is none. What a record holds that is not on disk yet is in it. */
  get doc(): Y.Doc {
    return this.#unfolded.take().doc
  }

  /** The board as plain values, as it is now; what of it is not on disk yet is in it. */
  get board(): Board {
    return this.#unfolded.take().board
  }

  /** Whether the board is in memory as bytes only. */
  get isFolded(): boolean {
    return this.#unfolded.live === null
  }

  /** How many clients ever wrote here. */
  get clients(): number {
    return this.#unfolded.live?.doc.store.clients.size ?? this.#shelf.clients
  }

  /** What the server has, for the question to who sits down. */
  stateVector(): Uint8Array {
    const { live } = this.#unfolded
    return live ? Y.encodeStateVector(live.doc) : this.#shelf.stateVector()
  }

  /** Whether an update brings nothing, told without a document. */
  isEcho(update: Uint8Array): boolean {
    return this.isFolded && this.#shelf.isEcho(update)
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  get metrics(): Metrics {
    return this.tools.metrics
  }

  get storeStatus(): StoreStatus {
    return this.tools.store.status()
  }

  get isFailed(): boolean {
    return this.#failed
  }

  /** Too large to take more: what is there can be read, exported and taken away. */
  get isFull(): boolean {
    return this.#pace.isFull
  }

  /** About how large the board is, in bytes. */
  get stateBytes(): number {
    return this.#pace.stateBytes
  }

  /** For how long nobody has needed the document, in milliseconds, counted less for a large board. */
  get idleMs(): number {
    return this.#unfolded.idleMs
  }

  /** Keeps only the bytes, unless somebody has needed the document within so many milliseconds. */
  fold(unusedMs: number): Promise<void> {
    return this.#failed ? Promise.resolve() : this.#unfolded.clear(unusedMs)
  }

  act(actor: Actor, session: Session | null): Act {
    this.#lastMs = Math.max(this.#lastMs, this.tools.now())
    return { actor, timeMs: this.#lastMs, session }
  }

  serverAct(why: 'repair' | 'command' | 'model', actor: Actor = 'server'): ServerAct {
    return { source: 'server', why, ...this.act(actor, null) }
  }

  /**
   * Changes the document in the server's name or for a participant; resolves with the result once it is durable.
   * Throws StoreRefused, having changed nothing, while the disk takes nothing.
   */
  async change<T>(actor: Actor, write: (doc: Y.Doc, origin: ServerAct) => T): Promise<T> {
    this.#refuseWhileDegraded()
    const result = write(this.doc, this.serverAct('command', actor))
    await this.#commits.settled()
    return result
  }

  /**
   * Reads the document; resolves once everything that was read is durable. Throws StoreRefused when that cannot be
   * for now.
   */
  async read<T>(look: (doc: Y.Doc, board: Board) => T): Promise<T> {
    if (!this.#commits.isSettled) this.#refuseWhileDegraded()
    const { doc, board } = this.#unfolded.take()
    const result = look(doc, board)
    await this.#commits.settled()
    return result
  }

  authorsOf(cards: Iterable<CardId>): [CardId, FirstWriter][] {
    return this.#unfolded.take().authors.those(cards)
  }

  /** Who made each comment, and when. */
  speakers(): [CommentId, FirstWriter][] {
    return this.#unfolded.take().speakers.entries()
  }

  speakerOf(comment: CommentId): Actor | null {
    return this.#unfolded.take().speakers.of(comment)?.actor ?? null
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

  /** Takes a write frame in the next turn, with what else came until then. */
  take(session: Session, write: Write): void {
    const waiting = this.#writes.get(session)
    if (waiting) waiting.push(write)
    else this.#writes.set(session, [write])
    this.tools.turns.ask(this.takeTurn)
  }

  /** Takes what was received: one transaction a connection, one record each. */
  readonly takeTurn = (): void => {
    const writes = this.#writes
    this.#writes = new Map()
    let edits = 0
    for (const [session, frames] of writes) {
      if (this.#failed || session.isSentAway) continue
      const now = frames.splice(0, countWithin(TURN_BYTES, frames))
      takeWrites(this, session, now)
      edits += now.length
      if (frames.length > 0) this.#writes.set(session, frames)
    }
    this.tools.turns.spent(edits * COST.editMs)
    if (this.#writes.size > 0) this.tools.turns.ask(this.takeTurn)
  }

  /** Answers a state vector with what the client lacks of what is on disk; what is not yet will be told like any edit. */
  answer(session: Session, stateVector: Uint8Array): void {
    const others = session.live ? [] : this.everybody(session)
    if (others.length > 0) session.send(new Packet(presenceFrame(others)))
    this.#tellRest(session, stateVector.length <= 1 ? this.#shelf.whole() : this.#shelf.since(stateVector))
    session.live = true
  }

  /** Acknowledges the write frames taken until now, when what they brought is on disk. */
  acknowledge(session: Session): void {
    const { frames } = session
    const fromMs = performance.now()
    this.#commits.whenDurable(() => {
      this.#fanOut.acknowledge(session, frames, this.#commits.seq)
      this.tools.metrics.ackSeconds.observe((performance.now() - fromMs) / 1000)
    })
  }

  /** Tells a reader that had fallen behind what it missed, as one diff, once it has read what waited for it. */
  catchUp(session: Session): void {
    const { reader, isOpen } = session
    if (!reader.lag || !reader.isDrained || !isOpen) return
    const { stateVector } = reader.lag
    reader.lag = null
    this.tools.metrics.resyncs.inc({ cause: 'slow' })
    this.#tellRest(session, this.#shelf.since(stateVector))
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

  /** Somebody wrote: the repair waits until nobody has for a while. */
  touched(): void {
    this.#rest.touch()
    this.#unfolded.touch()
  }

  /** Somebody is called otherwise now: tells again who is here, and who made their cards and comments. */
  renamed(participant: ParticipantId): void {
    const isTheirs = ([, { actor }]: readonly [string, FirstWriter]): boolean => actor === participant
    this.signAnew([...this.#sessions].filter(({ guest }) => guest.participant === participant))
    const { authors, speakers } = this.#unfolded.take()
    this.#tellLater(authors.entries().filter(isTheirs), speakers.entries().filter(isTheirs))
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

  /**
   * The document may hold what the disk does not, or was left half changed: nothing of it may be shown. Everybody
   * comes back to a room that is loaded anew, and sends again what was not acknowledged.
   */
  fail(error: unknown): void {
    if (this.#failed) return
    this.#failed = true
    this.tools.log.error(
      { event: 'board.failed', board: this.id, err: error },
      'a board was closed, to be loaded anew',
    )
    this.tools.metrics.roomFailures.inc()
    this.tools.metrics.resyncs.inc({ cause: 'storage' }, this.#sessions.size)
    this.closeAll(CLOSE.overloaded, 'storage')
    this.onFailure()
  }

  /** Writes a snapshot if there is enough since the last one, or anything; resolves when it is done, or could not be. */
  async snapshot(evenShort = false): Promise<void> {
    if (this.#failed || (!evenShort && this.isFolded && this.#shelf.tail < SHORT_TAIL)) return
    this.#unfolded.live?.repair()
    await this.#snapshots.write()
  }

  /** Resolves when everything that was received is on disk; rejects when the store gave up. */
  async settled(): Promise<void> {
    do this.takeTurn()
    while (this.#writes.size > 0)
    await this.#commits.settled()
  }

  /** Lets go of timers and memory. The room must not be used afterwards. */
  dispose(): void {
    this.#fanOut.stop()
    this.tools.turns.forget(this.takeTurn)
    this.#authorsTick.stop()
    this.#rest.stop()
    this.#unfolded.stop()
  }

  #build(): LiveBoard {
    return new LiveBoard(
      this.#shelf.stored,
      this.bindings,
      () => this.serverAct('repair'),
      (change) => this.#commit(change),
    )
  }

  #commit({ update, act: { actor, timeMs, session }, fresh, said }: Change): void {
    this.tools.metrics.updateBytes.inc(update.byteLength)
    const record = { board: this.id, actor, timeMs, update }
    this.#commits.append(record, (seq) => {
      this.#shelf.add({ ...record, seq })
      this.#fanOut.revealed(update, session)
      this.#tellLater(fresh, said)
      this.#snapshots.added(update.byteLength)
    })
  }

  #tellRest(session: Session, packets: readonly Packet[]): void {
    session.reader.allow(packets.reduce((sum, { length }) => sum + length, 0))
    session.send(...packets)
  }

  #lags(reader: Reader): void {
    reader.lag = { stateVector: this.#shelf.stateVector(), sinceMs: performance.now() }
    this.tools.metrics.slowReaders.inc()
  }

  #tellLater(fresh: Change['fresh'], said: Change['said']): void {
    if (fresh.length + said.length === 0) return
    this.#fresh.push(...fresh)
    this.#said.push(...said)
    this.#authorsTick.ask()
  }

  #tellAuthors(): void {
    const [fresh, said] = [this.#fresh, this.#said]
    this.#fresh = []
    this.#said = []
    if (fresh.length > 0)
      this.tellAll({ type: 'event', name: 'authors', detail: this.tools.tellAuthors(fresh) })
    if (said.length > 0)
      this.tellAll({ type: 'event', name: 'comments', detail: this.tools.tellSpeakers(said) })
  }

  /** A record that the store gave up may be missing before one that it kept: the document knows what holds together. */
  async #mend(): Promise<void> {
    const live = this.#unfolded.take()
    const seq = await this.#commits.settled()
    this.#shelf.replace({ seq, ...live.encode() })
  }

  #refuseWhileDegraded(): void {
    const status = this.storeStatus
    if (status.kind === 'degraded') throw new StoreRefused(status.reason)
  }
}

/** How many of the first writes are within so many bytes; at least one. */
function countWithin(bytes: number, writes: readonly Write[]): number {
  let left = bytes
  const beyond = writes.findIndex(({ update }) => (left -= update.byteLength) < 0)
  return beyond === -1 ? writes.length : Math.max(1, beyond)
}
