import type { BoardId, ParticipantId } from '../../shared/ids.ts'

/** Where boards are kept. Knows bytes, order and durability; what the bytes mean is the rooms' business. */
export interface BoardStore {
  /** What is kept of a board, or null if it was never written. Throws BoardRotten (board, file, byte offset, what to do). */
  load(board: BoardId): Promise<StoredBoard | null>
  /**
   * Appends one record; resolves once it is durable on disk. Records of one board become durable in the order of the calls.
   * While the disk fails it waits; throws StoreRefused when too much waits already, BoardRotten if the board is damaged.
   */
  append(record: NewRecord): Promise<{ seq: number }>
  /**
   * The durable records of a board from one number to another (`to` included; all that follow without it), in order, some
   * at a time, those included that no load gives any more. Records before the first one that is kept are left out: the
   * history may have been moved away. Throws BoardRotten if one after it is missing or is not what was written.
   */
  records(board: BoardId, from: number, to?: number): AsyncIterable<readonly ChainedRecord[]>
  /** The last durable record of a board and what vouches for it; null if there is none. */
  head(board: BoardId): { readonly seq: number; readonly hash: Uint8Array } | null
  /** Replaces the frames up to `seq` of a board by one full state. */
  snapshot(board: BoardId, snapshot: Snapshot): Promise<void>
  /** The boards of which a full file of the log holds records that no snapshot does: until one does, the file must stay. */
  behind(): readonly BoardId[]
  /** Removes every trace of a board (GDPR). */
  erase(board: BoardId): Promise<void>
  /** Whether records can be made durable now; `degraded` says why not. */
  status(): StoreStatus
  /** Calls the listener at every change of `status()`; the returned function stops it. */
  onStatus(listener: (status: StoreStatus) => void): () => void
  /** What operators watch. */
  figures(): StoreFigures
  /** Calls the listener after every write of records; the returned function stops it. */
  onWrite(listener: (write: WriteFigures) => void): () => void
  /** Waits for what is under way and lets go of every file. */
  close(): Promise<void>
}

export interface StoreFigures {
  /** Bytes that wait for the disk. */
  readonly waitingBytes: number
  /** Files that a start reads. */
  readonly segments: number
  /** Bytes of a torn write that this start cut off. */
  readonly cutBytes: number
}

/** One write of records that became durable together. */
export interface WriteFigures {
  readonly records: number
  readonly seconds: number
  /** Of these, in the sync; all of them where the write began a file. */
  readonly syncSeconds: number
}

export type StoreStatus = { readonly kind: 'ready' } | { readonly kind: 'degraded'; readonly reason: string }

export interface NewRecord {
  readonly board: BoardId
  readonly actor: ParticipantId | 'server'
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: number
  readonly update: Uint8Array
}

export interface StoredRecord extends NewRecord {
  /** 1 for the first record of a board, then without gaps. */
  readonly seq: number
}

/** A record with what vouches for it and all before it: the SHA-256 that the next record of the board carries. */
export interface ChainedRecord extends StoredRecord {
  /** What vouches for the one before, as this one carries it; of the first, the hash of its board. */
  readonly prevHash: Uint8Array
  readonly hash: Uint8Array
}

export interface Snapshot {
  /** The last record that the state holds. */
  readonly seq: number
  readonly state: Uint8Array
  /** JSON: authors of cards and bindings of clientIDs, owned by the rooms. */
  readonly meta: Uint8Array
}

export interface StoredBoard {
  readonly snapshot: Snapshot | null
  /** Those after the snapshot, in order. */
  readonly records: readonly StoredRecord[]
  /** The last record of the board, in the snapshot or in `records`. */
  readonly seq: number
}

/** Where damage was found. */
export interface Rot {
  /** Null when the damage hides which board it belongs to. */
  readonly board: BoardId | null
  readonly file: string
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly what: string
}

/** Stored bytes are not what was written. Nothing is served from them and nothing is deleted. */
export class BoardRotten extends Error {
  override readonly name = 'BoardRotten'
  readonly rot: Rot

  constructor(rot: Rot) {
    const { board, file, offset, what } = rot
    super(
      `${board === null ? 'Il registro dei tavoli' : `Il tavolo ${board}`} è danneggiato: ${file}, byte ${offset}. ` +
        'Il file è stato lasciato com’è. Controlla il disco, poi ripristina i dati da un backup: `tavolo restore`.\n' +
        `${board === null ? 'The log of the boards' : `Board ${board}`} is damaged: ${what}, in ${file} at byte ${offset}. ` +
        'The file was left as it is. Check the disk, then restore the data from a backup: `tavolo restore`.',
    )
    this.rot = rot
  }
}

/** The store cannot take more records now: memory for those waiting is full, or it was closed. Nothing was kept. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused'
}
