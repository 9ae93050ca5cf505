import type { ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { encodeMessage, type Message, type Role } from '../../shared/protocol/messages.ts'
import type { Upload } from './uploads.ts'

/** The socket as a room sees it: bytes out, and how many of them still wait. */
export interface Connection {
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes handed over and not yet taken by the network. */
  bufferedBytes(): number
}

/** Who is at the other end of a connection, as the keys said. */
export interface Guest {
  readonly participant: ParticipantId
  readonly role: Role
}

const SLOW_BYTES = 1024 * 1024
const STUCK_BYTES = 4 * SLOW_BYTES

/** One connection to one room, and what the protocol remembers about it. */
export class Session {
  /** Said HELLO: it understands messages of type 110. */
  greeted = false
  /** Has got the answer to its state vector: from here on it is told of every edit. */
  live = false
  /** Has answered our state vector: nothing it sends may depend on something still to come. */
  answered = false
  /** Write frames received so far. */
  frames = 0
  /** Updates that wait for what they depend on, outside the document. */
  readonly held: Uint8Array[] = []
  heldBytes = 0
  heldTimer: NodeJS.Timeout | null = null
  /** A write frame that comes in pieces. */
  upload: Upload | null = null
  /** The clientID under which it is present. */
  presenceId: number | null = null
  /** When its last state vector was answered: whole answers are dear. */
  lastAnswerMs = 0
  #later: NodeJS.Timeout | null = null
  #open = true

  constructor(
    /** Replaced when what its key allows changes. */
    public guest: Guest,
    private readonly connection: Connection,
  ) {}

  get isOpen(): boolean {
    return this.#open
  }

  /** Sends a frame, unless the reader has stopped reading: then it is closed, and comes back when it can. */
  send(frame: Uint8Array): void {
    if (!this.#open) return
    if (this.connection.bufferedBytes() > STUCK_BYTES) this.close(CLOSE.overloaded, 'reader too slow')
    else this.connection.send(frame)
  }

  /** Sends what may be left out when the reader is slow. */
  sendIfQuick(frame: Uint8Array): void {
    if (this.connection.bufferedBytes() <= SLOW_BYTES) this.send(frame)
  }

  /** Sends a message of type 110, to a client that understands it. */
  tell(message: Message): void {
    if (this.greeted) this.send(encodeMessage(message))
  }

  close(code: number, reason: string): void {
    if (!this.#open) return
    this.ended()
    this.connection.close(code, reason)
  }

  /** Hands over what was held, and stops waiting for it. */
  takeHeld(): Uint8Array[] {
    if (this.heldTimer) clearTimeout(this.heldTimer)
    this.heldTimer = null
    this.heldBytes = 0
    return this.held.splice(0)
  }

  /** Does one thing later, unless the connection ends before; a newer thing takes the place of an older. */
  later(waitMs: number, run: () => void): void {
    if (this.#later) clearTimeout(this.#later)
    this.#later = setTimeout(run, waitMs)
  }

  /** The connection is gone, from either side. */
  ended(): void {
    this.#open = false
    this.takeHeld()
    this.upload?.stop()
    if (this.#later) clearTimeout(this.#later)
  }
}
