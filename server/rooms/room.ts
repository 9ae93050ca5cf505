import * as Y from 'yjs'
import type { Logger } from 'pino'
import { boardOf, type Board } from '../../shared/board/board.ts'
import { migrate } from '../../shared/board/migrate.ts'
import { repair } from '../../shared/board/repair.ts'
import type { BoardId, CardId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Message } from '../../shared/protocol/messages.ts'
import type { Metrics } from '../metrics.ts'
import { StoreRefused, type BoardStore, type StoreStatus } from '../store/board-store.ts'
import type { Act, Actor, ServerAct } from './act.ts'
import type { CardAuthors, FirstWriter } from './authors.ts'
import type { Bindings } from './bindings.ts'
import { Commits } from './commits.ts'
import { FanOut } from './fan-out.ts'
import { answerPacket, updatePacket } from './frames.ts'
import { encodeMeta } from './kept-meta.ts'
import { loadBoard, type LoadedBoard } from './load-board.ts'
import type { Packet } from './packet.ts'
import { Presence } from './presence.ts'
import type { Session } from './session.ts'
import { SnapshotPace, type SnapshotAfter } from './snapshot-pace.ts'
import { Tick } from './tick.ts'
import { COST, type Turns } from './turns.ts'
import { takeWrites, type Write } from './write.ts'

/** What a room needs of the house. */
export interface RoomTools {
  readonly store: BoardStore
  readonly log: Logger
  readonly metrics: Metrics
  /** The words of `EVENT authors` for cards that just got an author. */
  readonly tellAuthors: (fresh: readonly (readonly [CardId, FirstWriter])[]) => string
  readonly now: () => number
  /** How long nobody must write before the server repairs. */
  readonly restMs: number
  /** How much must be written for a new snapshot, where it is not the usual. */
  readonly snapshotAfter?: SnapshotAfter
  readonly turns: Turns
}

/** What the registry says of a board, as far as its room must know. */
export interface BoardFacts {
  readonly generation: number
  readonly archived: boolean
}

const AUTHORS_MS = 1000
/** What one connection may bring in one turn: a large upload leaves time for the others in between. */
const TURN_BYTES = 256 * 1024
/** A state larger than this is read-only: beyond it every reader pays for what nobody can take in. */
const BOARD_BYTES = 20 * 1024 * 1024

/**
 * One open board: the live document, the people at it and the queue to the disk. Everything that changes the document
 * runs to its end without waiting, so frames, commands and repairs are one queue by nature; what waits is only what
 * tells somebody of a change (`Commits`).
 */
export class Room {
  readonly doc: Y.Doc
  readonly bindings: Bindings
  readonly presence = new Presence()
  archived: boolean
  readonly generation: number
  readonly #authors: CardAuthors
  /** Written by a newer version of the schema: what looks broken may be right. */
  readonly #isNewer: boolean
  readonly #commits: Commits
  readonly #pace: SnapshotPace
  readonly #sessions = new Set<Session>()
  #lastMs: number
  /** Write frames that wait for the next turn. */
  #writes = new Map<Session, Write[]>()
  readonly #fanOut: FanOut
  #whole: Packet | null = null
  #board: Board | null = null
  #fresh: [CardId, FirstWriter][] = []
  readonly #authorsTick = new Tick(AUTHORS_MS, () => this.#tellAuthors())
  #restTimer: NodeJS.Timeout | null = null
  #snapshotUnderWay: Promise<void> | null = null
  #failed = false

  private constructor(
    readonly id: BoardId,
    private readonly tools: RoomTools,
    loaded: LoadedBoard,
    { generation, archived }: BoardFacts,
    private readonly onFailure: () => void,
  ) {
    this.doc = loaded.doc
    this.bindings = loaded.bindings
    this.generation = generation
    this.archived = archived
    this.#authors = loaded.authors
    this.#lastMs = loaded.lastMs
    this.#commits = new Commits(tools.store, loaded.seq, (error) => this.fail(error))
    this.#pace = new SnapshotPace(loaded, tools.snapshotAfter)
    this.#fanOut = new FanOut(this.#sessions, this.presence, tools.turns, (session) => this.#lags(session))
    while (!this.bindings.bind(this.doc.clientID, 'server')) this.doc.clientID = new Y.Doc().clientID
    this.doc.on('update', (update: Uint8Array, origin: unknown) =>
      // Yjs tidies up after others in transactions of its own, which have no origin.
      this.#commit(update, (origin as Act | null) ?? this.act('server', null)),
    )
    this.#isNewer = migrate(this.doc, this.serverAct('repair')).kind === 'newer'
    this.#repair()
  }

  /** Loads a board; the room is ready when it resolves. Rejects with what the store throws (BoardRotten). */
  static async open(id: BoardId, tools: RoomTools, facts: BoardFacts, onFailure: () => void): Promise<Room> {
    return new Room(id, tools, loadBoard(await tools.store.load(id)), facts, onFailure)
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

  get isFull(): boolean {
    return this.#pace.stateBytes > BOARD_BYTES
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
    this.#board ??= boardOf(this.doc)
    const result = look(this.doc, this.#board)
    await this.#commits.settled()
    return result
  }

  authorsOf(cards: Iterable<CardId>): [CardId, FirstWriter][] {
    return [...cards].flatMap((card) => {
      const first = this.#authors.of(card)
      return first ? [[card, first] as [CardId, FirstWriter]] : []
    })
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

  /** Answers a state vector with what the client lacks: encoded now, sent when all of it is on disk. */
  answer(session: Session, stateVector: Uint8Array): void {
    const packet =
      stateVector.length <= 1
        ? (this.#whole ??= answerPacket(Y.encodeStateAsUpdate(this.doc)))
        : answerPacket(Y.encodeStateAsUpdate(this.doc, stateVector))
    this.#commits.whenDurable(() => {
      session.reader.allow(packet.length)
      session.send(packet)
      session.live = true
    })
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
    const { lag, isDrained } = session.reader
    if (!lag || !isDrained || !session.isOpen) return
    const packet = updatePacket(Y.encodeStateAsUpdate(this.doc, lag.stateVector))
    this.#commits.whenDurable(() => {
      if (session.reader.lag !== lag) return
      session.reader.lag = null
      session.reader.allow(packet.length)
      session.send(packet)
    })
  }

  /** Tells the others soon who is here and where. */
  presenceChanged(): void {
    this.#fanOut.presenceChanged()
  }

  /** Somebody wrote: the repair waits until nobody has for a while. */
  touched(): void {
    if (this.#restTimer) clearTimeout(this.#restTimer)
    this.#restTimer = setTimeout(() => {
      this.#restTimer = null
      this.#repair()
    }, this.tools.restMs)
    this.#restTimer.unref()
  }

  /** Somebody is called otherwise now: tells again who made their cards. */
  renamed(participant: ParticipantId): void {
    const theirs = this.#authors.entries().filter(([, { actor }]) => actor === participant)
    if (theirs.length === 0) return
    this.#fresh.push(...theirs)
    this.#authorsTick.ask()
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
    this.tools.log.error({ board: this.id, err: error }, 'a board was closed, to be loaded anew')
    this.tools.metrics.roomFailures.inc()
    this.closeAll(CLOSE.overloaded, 'storage')
    this.onFailure()
  }

  /** Writes a snapshot if there is anything since the last one; resolves when it is done, or could not be. */
  async snapshot(): Promise<void> {
    await this.#snapshotUnderWay
    if (!this.#failed && this.#pace.isBehind) await this.#startSnapshot()
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
    if (this.#restTimer) clearTimeout(this.#restTimer)
    this.doc.destroy()
  }

  #commit(update: Uint8Array, { actor, timeMs, session }: Act): void {
    this.#whole = null
    this.#board = null
    const fresh = this.authorsOf(this.#authors.takeFresh())
    this.tools.metrics.updateBytes.inc(update.byteLength)
    this.#commits.append({ board: this.id, actor, timeMs, update }, (ticket) => {
      this.#fanOut.revealed(update, session, ticket)
      if (fresh.length > 0) {
        this.#fresh.push(...fresh)
        this.#authorsTick.ask()
      }
      if (this.#pace.add(update.byteLength) && !this.#snapshotUnderWay) void this.#startSnapshot()
    })
  }

  /** A reader has fallen behind: it is told what is under way to the disk, and after that only the rest, in one. */
  #lags({ reader }: Session): void {
    reader.lag = {
      stateVector: Y.encodeStateVector(this.doc),
      upTo: this.#commits.appended,
      sinceMs: performance.now(),
    }
    this.tools.metrics.slowReaders.inc()
  }

  #tellAuthors(): void {
    const detail = this.tools.tellAuthors(this.#fresh)
    this.#fresh = []
    this.tellAll({ type: 'event', name: 'authors', detail })
  }

  /** The state is encoded now; it is written once everything in it is durable, under the number of its last record. */
  async #startSnapshot(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.doc)
    const meta = encodeMeta({ authors: this.#authors.entries(), bindings: this.bindings.entries() })
    this.#snapshotUnderWay = (async () => {
      try {
        const seq = await this.#commits.settled()
        this.#pace.taken(state.byteLength)
        await this.tools.store.snapshot(this.id, { seq, state, meta })
      } catch (error) {
        this.#pace.add(0)
        this.tools.metrics.snapshotFailures.inc()
        this.tools.log.warn({ board: this.id, err: error }, 'a snapshot could not be written')
      }
    })()
    await this.#snapshotUnderWay
    this.#snapshotUnderWay = null
  }

  #refuseWhileDegraded(): void {
    const status = this.storeStatus
    if (status.kind === 'degraded') throw new StoreRefused(status.reason)
  }

  #repair(): void {
    if (!this.#isNewer) repair(this.doc, this.serverAct('repair'))
  }
}

/** How many of the first writes are within so many bytes; at least one. */
function countWithin(bytes: number, writes: readonly Write[]): number {
  let left = bytes
  const beyond = writes.findIndex(({ update }) => (left -= update.byteLength) < 0)
  return beyond === -1 ? writes.length : Math.max(1, beyond)
}
