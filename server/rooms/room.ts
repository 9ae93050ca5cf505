import * as Y from 'yjs'
import type { Board } from '../../shared/board/board.ts'
import type { BoardId, CardId, CommentId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Metrics } from '../metrics.ts'
import { StoreRefused, type StoredBoard, type StoreStatus } from '../store/board-store.ts'
import type { Act, Actor, ServerAct } from './act.ts'
import type { FirstWriter } from './authors.ts'
import type { Bindings } from './bindings.ts'
import { Commits } from './commits.ts'
import { Idle } from './idle.ts'
import { Incoming } from './incoming.ts'
import { LiveBoard, type Change } from './live-board.ts'
import { People } from './people.ts'
import type { BoardFacts, RoomTools } from './room-tools.ts'
import type { Session } from './session.ts'
import { Shelf } from './shelf.ts'
import { Signatures } from './signatures.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import { SnapshotPace } from './snapshot-pace.ts'
import { Unfolded } from './unfolded.ts'
import { takeWrites, type Write } from './write.ts'

/** With fewer records than this since the last snapshot, a document is not built to write one. */
const SHORT_TAIL = 200

/**
 * One open board: its bytes, the document while somebody needs one, the people at it and the queue to the disk. Everything
 * that changes the document runs to its end without waiting, so frames, commands and repairs are one queue by nature;
 * what waits is only what tells somebody of a change (`Commits`).
 */
export class Room {
  readonly bindings: Bindings
  readonly people: People
  archived: boolean
  readonly generation: number
  readonly #shelf: Shelf
  readonly #unfolded: Unfolded
  readonly #commits: Commits
  readonly #pace: SnapshotPace
  readonly #snapshots: SnapshotKeeper
  #lastMs: number
  readonly #incoming: Incoming
  readonly #signatures: Signatures
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
    this.people = new People(tools, this.#shelf, cursors)
    this.#signatures = new Signatures(tools, (message) => this.people.tellAll(message))
    this.#incoming = new Incoming(
      tools.turns,
      (session, writes) => takeWrites(this, session, writes),
      (session) => this.#failed || session.isSentAway,
    )
    this.#rest = new Idle(tools.restMs, () => this.#repair())
    this.#unfolded = new Unfolded({
      build: () => this.#build(),
      foldMs: tools.foldMs,
      stateBytes: () => this.stateBytes,
      write: () => this.#snapshots.write(),
      isWritten: () =>
        !this.#failed && this.#incoming.isEmpty && !this.#snapshots.isWriting && this.#commits.isSettled,
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

  /** Takes a write frame in the next turn, with what else came until then. */
  take(session: Session, write: Write): void {
    this.#incoming.add(session, write)
  }

  /** Takes what was received, now. */
  takeTurn(): void {
    this.#incoming.turn()
  }

  /** Acknowledges the write frames taken until now, when what they brought is on disk. */
  acknowledge(session: Session): void {
    const { frames } = session
    const fromMs = performance.now()
    this.#commits.whenDurable(() => {
      this.people.acknowledge(session, frames, this.#commits.seq)
      this.tools.metrics.ackSeconds.observe((performance.now() - fromMs) / 1000)
    })
  }

  /** Somebody wrote: the repair waits until nobody has for a while. */
  touched(): void {
    this.#rest.touch()
    this.#unfolded.touch()
  }

  /** Somebody is called otherwise now: tells again who is here, and who made their cards and comments. */
  renamed(participant: ParticipantId): void {
    const isTheirs = ([, { actor }]: readonly [string, FirstWriter]): boolean => actor === participant
    this.people.signAnew([...this.people.sessions].filter(({ guest }) => guest.participant === participant))
    const { authors, speakers } = this.#unfolded.take()
    this.#signatures.add(authors.entries().filter(isTheirs), speakers.entries().filter(isTheirs))
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
    this.tools.metrics.resyncs.inc({ cause: 'storage' }, this.people.sessions.size)
    this.people.closeAll(CLOSE.overloaded, 'storage')
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
    this.#incoming.takeAll()
    await this.#commits.settled()
  }

  /** Lets go of timers and memory. The room must not be used afterwards. */
  dispose(): void {
    this.people.stop()
    this.#incoming.stop()
    this.#signatures.stop()
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
      this.people.revealed(update, session)
      this.#signatures.add(fresh, said)
      this.#snapshots.added(update.byteLength)
    })
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
