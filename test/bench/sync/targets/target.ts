/** A server that can be measured. */
export interface Target {
  readonly name: string
  /** Ours: it is held against the figures to reach. */
  readonly isOurs: boolean
  /** It keeps documents: it answers state vectors, and its boards can be opened again after a restart. */
  readonly keeps: boolean
  /** Starts it over a folder, which may hold what an earlier start left. `flags` are flags of Node. */
  start(folder: string, flags?: readonly string[]): Promise<Running>
}

export interface Running {
  readonly pid: number
  /** How long it took until it was ready, in milliseconds. */
  readonly startMs: number
  readonly isAlive: () => boolean
  makeBoards(count: number): Promise<Board[]>
  /** Places at a board for so many people, each somebody else. */
  seats(board: Board, count: number): Promise<Seat[]>
  signal(name: NodeJS.Signals): void
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Ends it as an operator does. */
  stop(): Promise<void>
}

/** A board, also of a server that is not running now. */
export interface Board {
  readonly id: string
  /** What lets an editor in; empty for a server that lets in everybody. */
  readonly key: string
}

/** How one person connects. */
export interface Seat {
  readonly url: string
  readonly protocols: readonly string[]
  readonly dialect: Dialect
}

/** What a server speaks besides the frames of the y-websocket protocol. */
export interface Dialect {
  /** It knows message 110 and tells what is on disk. */
  readonly acknowledges: boolean
  /** It answers a state vector. */
  readonly answers: boolean
  /** Bytes before every frame, in both directions. */
  readonly prefix: Uint8Array
  /** What is sent before anything else. */
  readonly greeting: readonly Uint8Array[]
}
