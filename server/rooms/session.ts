import type { ParticipantId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { encodeMessage, type Message, type Role } from '../../shared/protocol/messages.ts'
import { Packet } from './packet.ts'
import { Reader } from './reader.ts'
import type { Upload } from './uploads.ts'

/** The socket as a room sees it: messages out, and how many bytes of them still wait. */
export interface Connection {
  /** Hands over messages, in one write where the network allows it. */
  send(packets: readonly Packet[]): void
  close(code: number, reason: string): void
  /** Bytes handed over and not yet taken by the network. */
  bufferedBytes(): number
}

/** Who is at the other end of a connection, as the keys said. */
export interface Guest {
  readonly participant: ParticipantId
  readonly role: Role
}

/** One connection to one room, and what the protocol remembers about it. */
export class Session {
  /** Said HELLO: it understands messages of type 110. */
  greeted = false
  /** Has got the answer to its state vector: from here on it is told of every edit. */
  live = false
  /** Has answered our state vector: nothing it sends may depend on something still to come. */
  answered = false
  /** Write frames taken so far. */
  frames = 0
  /** Write frames that are on disk and not told as such yet. */
  durable: { readonly frames: number; readonly seq: number } | null = null
  /** Updates that wait for what they depend on, outside the document. */
  readonly held: Uint8Array[] = []
  heldBytes = 0
  heldTimer: NodeJS.Timeout | null = null
  /** A write frame that comes in pieces. */
  upload: Upload | null = null
  /** The clientID under which it is present. */
  presenceId: number | null = null
  /** Whether it wants to know where the others point: a telephone does not. */
  wantsCursors = true
  /** When its last state vector was answered: whole answers are dear. */
  lastAnswerMs = 0
  /** How well it keeps up with what it is sent. */
  readonly reader: Reader
  #later: NodeJS.Timeout | null = null
  #open = true
  #sentAway = false

  constructor(
    /** Replaced when what its key allows changes. */
    public guest: Guest,
    private readonly connection: Connection,
  ) {
    this.reader = new Reader(connection)
  }

  get isOpen(): boolean {
    return this.#open
  }

  /** Closed by us: what it still sends, or sent and was not taken yet, counts for nothing. */
  get isSentAway(): boolean {
    return this.#sentAway
  }

  /** Sends messages together, unless too much waits already: then it is closed, and comes back when it can. */
  send(...packets: readonly Packet[]): void {
    if (!this.#open || packets.length === 0) return
    if (this.reader.isStuck) this.close(CLOSE.overloaded, 'reader too slow')
    else this.connection.send(packets)
  }

  /** Sends a message of type 110, to a client that understands it. */
  tell(message: Message): void {
    if (this.greeted) this.send(new Packet(encodeMessage(message)))
  }

  /** The acknowledgement that is due, once. */
  takeAcknowledgement(): Packet | null {
    const { durable } = this
    this.durable = null
    return durable && this.greeted ? new Packet(encodeMessage({ type: 'persisted', ...durable })) : null
  }

  close(code: number, reason: string): void {
    if (!this.#open) return
    this.#sentAway = true
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
