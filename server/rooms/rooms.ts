import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { EVICT_MS, LIVE_BYTES, UNUSED_MS } from './limits.ts'
import { roleNow } from './receive.ts'
import { Room } from './room.ts'
import type { BoardFacts, RoomTools } from './room-tools.ts'
import { Turns } from './turns.ts'

const BACK_WITHIN_MS = 5_000
/** Writing a snapshot is mostly waiting for the disk. */
const FOLDED_TOGETHER = 4

interface Entry {
  readonly opening: Promise<Room>
  room: Room | null
  /** Sockets and requests that need the room. */
  users: number
  eviction: NodeJS.Timeout | null
}

export interface RoomsTools extends Omit<RoomTools, 'turns'> {
  readonly factsOf: (board: BoardId) => BoardFacts
  readonly evictMs?: number
  /** How many bytes of boards may have their documents in memory, and how long one must be unused to make room. */
  readonly liveBytes?: number
  readonly unusedMs?: number
}

/** The boards that are in memory. A board is loaded once, whoever asks, and let go when nobody has used it for a while. */
export class Rooms {
  readonly #entries = new Map<BoardId, Entry>()
  readonly #tools: RoomsTools & RoomTools
  readonly #stopListening: () => void
  #isCatchingUp = false
  #isTidying = false
  #isClosed = false

  constructor(tools: RoomsTools) {
    this.#tools = { ...tools, turns: new Turns() }
    this.#stopListening = tools.store.onStatus((status) => {
      const detail = status.kind === 'degraded' ? status.reason : ''
      for (const room of this.loaded()) room.people.tellAll({ type: 'event', name: 'storage', detail })
    })
  }

  /**
   * Holds a room open until `release` is called. Rejects with what the store throws when the board cannot be loaded:
   * nothing is served from it then.
   */
  async hold(board: BoardId): Promise<{ room: Room; release: () => void }> {
    const entry = this.#entries.get(board) ?? this.#load(board)
    entry.users++
    if (entry.eviction) clearTimeout(entry.eviction)
    entry.eviction = null
    let held = true
    const release = (): void => {
      if (!held) return
      held = false
      entry.users--
      if (entry.users === 0) this.#evictLater(board, entry)
    }
    try {
      return { room: await entry.opening, release }
    } catch (error) {
      release()
      throw error
    }
  }

  /** Does something with a room and lets go of it. */
  async use<T>(board: BoardId, run: (room: Room) => Promise<T>): Promise<T> {
    const { room, release } = await this.hold(board)
    try {
      return await run(room)
    } finally {
      release()
    }
  }

  loaded(): Room[] {
    return [...this.#entries.values()].flatMap(({ room }) => room ?? [])
  }

  /** Nobody may write on an archived board; who is there is told at once. */
  setArchived(board: BoardId, archived: boolean): void {
    const room = this.#entries.get(board)?.room
    if (!room) return
    room.archived = archived
    for (const session of room.people.sessions)
      session.tell({ type: 'role', role: roleNow(room, session.guest.role) })
  }

  /** Whether people at a board see each other's cursors; who is there is told at once. */
  showCursors(board: BoardId, cursors: boolean): void {
    this.#entries.get(board)?.room?.people.showCursors(cursors)
  }

  /** Somebody is called otherwise now: who is there is told again who made which card. */
  renamed(board: BoardId, participant: ParticipantId): void {
    this.#entries.get(board)?.room?.renamed(participant)
  }

  /** How many readers have fallen behind and not caught up yet. */
  slowReaders(): number {
    return this.loaded().reduce(
      (sum, { people }) => sum + [...people.sessions].filter(({ reader }) => reader.lag !== null).length,
      0,
    )
  }

  /** Every so often: data for the watchdogs of the clients, and an end for readers that gave up. */
  beat(): void {
    for (const room of this.loaded()) room.people.beat(performance.now())
  }

  /**
   * Keeps the documents of many boards from filling the memory: while those that are there are more than enough, the ones
   * that nobody has needed for longest become bytes again, a few at a time.
   */
  async tidy(): Promise<void> {
    if (this.#isTidying) return
    this.#isTidying = true
    await this.#foldUnused()
    this.#isTidying = false
  }

  async #foldUnused(): Promise<void> {
    const { liveBytes = LIVE_BYTES, unusedMs = UNUSED_MS } = this.#tools
    const live = this.loaded().filter(({ isFolded }) => !isFolded)
    let bytes = live.reduce((sum, { stateBytes }) => sum + stateBytes, 0)
    const longest = live.sort((a, b) => b.idleMs - a.idleMs)
    while (bytes > liveBytes && longest.length > 0 && !this.#isClosed) {
      const together = longest.splice(0, FOLDED_TOGETHER)
      await Promise.all(together.map((room) => room.fold(unusedMs)))
      for (const room of together) if (room.isFolded) bytes -= room.stateBytes
    }
  }

  /**
   * Takes snapshots, one at a time, of boards that keep old files of the log in use: those that a crash interrupted and that
   * nobody has opened since. The log, and with it the next start, stays as short as what people do.
   */
  async catchUp(): Promise<void> {
    if (this.#isCatchingUp) return
    this.#isCatchingUp = true
    for (const board of this.#tools.store.behind()) {
      if (this.#isClosed) break
      await this.use(board, (room) => room.snapshot(true)).catch((error: unknown) =>
        this.#tools.log.warn({ event: 'snapshot.failed', board, err: error }, 'a board could not be loaded'),
      )
    }
    this.#isCatchingUp = false
  }

  /** Sends everybody away and forgets the board; the caller then erases what is kept of it. */
  async drop(board: BoardId): Promise<void> {
    const entry = this.#entries.get(board)
    if (!entry) return
    const room = await entry.opening.catch(() => null)
    room?.people.closeAll(CLOSE.gone, 'erased')
    await room?.settled().catch(() => undefined)
    this.#forget(board, entry)
  }

  /**
   * The end: tells everybody, waits until what was sent is durable, and writes snapshots so that the next start is
   * quick. Nothing depends on the snapshots; `untilMs` (of `performance.now()`) bounds the wait.
   */
  async close(untilMs: number): Promise<void> {
    this.#isClosed = true
    this.#stopListening()
    const rooms = this.loaded()
    // Each comes back at a moment of its own, so that the next start is not met by all at once.
    for (const room of rooms)
      for (const session of room.people.sessions)
        session.tell({
          type: 'event',
          name: 'shutdown',
          detail: String(Math.floor(Math.random() * BACK_WITHIN_MS)),
        })
    await Promise.race([Promise.allSettled(rooms.map((room) => room.settled())), until(untilMs)])
    for (const room of rooms) room.people.closeAll(CLOSE.overloaded, 'shutdown')
    await Promise.race([Promise.allSettled(rooms.map((room) => room.snapshot())), until(untilMs)])
    for (const [board, entry] of this.#entries) this.#forget(board, entry)
  }

  #load(board: BoardId): Entry {
    const fromMs = performance.now()
    const entry: Entry = {
      opening: Room.open(board, this.#tools, this.#tools.factsOf(board), () => this.#forget(board, entry)),
      room: null,
      users: 0,
      eviction: null,
    }
    this.#entries.set(board, entry)
    entry.opening.then(
      (room) => {
        entry.room = room
        this.#tools.metrics.boardLoadSeconds.observe((performance.now() - fromMs) / 1000)
      },
      () => this.#forget(board, entry),
    )
    return entry
  }

  #evictLater(board: BoardId, entry: Entry): void {
    entry.eviction = setTimeout(() => void this.#evict(board, entry), this.#tools.evictMs ?? EVICT_MS)
    entry.eviction.unref()
  }

  async #evict(board: BoardId, entry: Entry): Promise<void> {
    await entry.room?.settled().catch(() => undefined)
    await entry.room?.snapshot()
    // Somebody may have come back while the snapshot was written: the room is then as good as ever.
    if (entry.users === 0 && this.#entries.get(board) === entry) this.#forget(board, entry)
  }

  #forget(board: BoardId, entry: Entry): void {
    if (this.#entries.get(board) === entry) this.#entries.delete(board)
    if (entry.eviction) clearTimeout(entry.eviction)
    entry.room?.dispose()
  }
}

const until = (untilMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, untilMs - performance.now())).unref())
