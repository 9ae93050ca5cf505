/** The truth about saving, as the top bar tells it. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly pending: boolean }
  | { readonly kind: 'storage' }
  | Refused

/**
 * For good, on this socket and document. `why`: the code of the refused edit, if there was one.
 * `pending`: something of this browser never reached the server's disk.
 */
export interface Refused {
  readonly kind: 'refused'
  readonly code: number
  readonly why: string | null
  readonly pending: boolean
}

/** Bytes of a sync answer with nothing in it: type, kind, length, and the two bytes of an empty update. */
const EMPTY_ANSWER = 5

/** Counts the write frames of one socket against those that the server says are on its disk. */
export class WriteCount {
  #sent = 0
  #durable = 0

  get isEven(): boolean {
    return this.#durable >= this.#sent
  }

  sent(): void {
    this.#sent++
  }

  durable(frames: number): void {
    this.#durable = frames
  }

  /** For a new socket. */
  restart(): void {
    this.#sent = this.#durable = 0
  }
}

/** Whether the answer to the server's state vector carries anything: what an earlier tab left, say. */
export const saysSomething = (answerBytes: number): boolean => answerBytes > EMPTY_ANSWER

/** Whether a transaction is of this person, and not of what was loaded: a command, or an undo. */
export const isOwn = (origin: unknown): boolean =>
  (origin as { source?: unknown } | null)?.source === 'local' || isUndo(origin)

/** Undo writes with its manager as origin. */
const isUndo = (origin: unknown): boolean =>
  typeof (origin as { undoStack?: unknown } | null)?.undoStack === 'object'
