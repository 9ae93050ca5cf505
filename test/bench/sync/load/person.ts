import * as decoding from 'lib0/decoding'
import { answerFrame, presenceFrame, stateVectorFrame, updateFrame } from '../../../../server/rooms/frames.ts'
import { SCHEMA_VERSION } from '../../../../shared/board/schema.ts'
import { decodeMessage, encodeMessage, EXTENSION } from '../../../../shared/protocol/messages.ts'
import type { Seat } from '../targets/target.ts'
import { WireSocket } from '../wire/wire-socket.ts'

/** What a person is told. The bytes are valid only until the call returns. */
export interface Heard {
  /** An edit, or the answer to a state vector; the first bytes of its frame came at `beganMs`. */
  onUpdate?(bytes: Buffer, from: number, to: number, beganMs: number): void
  /** A frame of presence. */
  onPresence?(bytes: Buffer, from: number, to: number): void
  onClose?(code: number): void
}

const NOTHING = Uint8Array.of(0)
const NO_UPDATE = Uint8Array.of(0, 0)
const SYNC = 0
const STEP_2 = 1
const UPDATE = 2
const PRESENCE = 1
const SIT_MS = 60_000

let lastClientId = 1_000_000_000 + (process.pid % 1000) * 1_000_000

/** Somebody at a board: speaks the protocol byte by byte and holds no document. */
export class Person {
  readonly clientId = ++lastClientId
  /** Write frames sent; the first is the empty answer to the server's state vector. */
  frames = 0
  /** Write frames that are on disk, as the server said. */
  persisted = 0
  #presenceClock = 0
  #onAnswer: (() => void) | null = null
  #onPersisted: (() => void) | null = null

  private constructor(
    readonly socket: WireSocket,
    private readonly seat: Seat,
  ) {}

  /** Connects and waits until the server has told the whole board. */
  static async sit(seat: Seat, heard: Heard = {}): Promise<Person> {
    const { dialect } = seat
    let person: Person | null = null
    const socket = await WireSocket.open(seat.url, seat.protocols, {
      onFrame: (bytes, from, to) => person?.hear(bytes, from + dialect.prefix.length, to, heard),
      onClose: (code) => {
        person?.closed()
        heard.onClose?.(code)
      },
    })
    const sitting = (person = new Person(socket, seat))
    for (const frame of dialect.greeting) socket.send(frame)
    if (!dialect.answers) return sitting
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the board was not told in time')), SIT_MS)
      sitting.#onAnswer = () => (clearTimeout(late), resolve())
      sitting.#greet()
    })
    return sitting
  }

  /** Sends an edit. */
  write(update: Uint8Array): void {
    this.frames++
    this.#send(updateFrame(update))
  }

  /** Tells the others where one is. */
  present(state: string): void {
    this.#send(presenceFrame([{ clientId: this.clientId, clock: ++this.#presenceClock, state }]))
  }

  /** Resolves when at most so many of the frames written until now are not on disk; rejects when the connection ends before. */
  saved(unsaved = 0): Promise<void> {
    const wanted = this.frames - unsaved
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.persisted >= wanted) resolve()
        else if (!this.socket.isOpen)
          reject(new Error(`closed with ${this.socket.closeCode} before it was saved`))
        else return
        this.#onPersisted = null
      }
      this.#onPersisted = look
      look()
    })
  }

  #greet(): void {
    const { acknowledges } = this.seat.dialect
    const hello = { clientId: this.clientId, schemaVersion: SCHEMA_VERSION, generation: null }
    if (acknowledges) this.#send(encodeMessage({ type: 'hello', ...hello }))
    this.#send(stateVectorFrame(NOTHING))
    this.frames++
    this.#send(answerFrame(NO_UPDATE))
  }

  #send(frame: Uint8Array): void {
    const { prefix } = this.seat.dialect
    this.socket.send(prefix.length > 0 ? Buffer.concat([prefix, frame]) : frame)
  }

  private closed(): void {
    this.#onPersisted?.()
  }

  private hear(bytes: Buffer, from: number, to: number, heard: Heard): void {
    if (bytes[from] === PRESENCE) return heard.onPresence?.(bytes, from, to)
    if (bytes[from] === EXTENSION) {
      this.persisted = readPersisted(bytes.subarray(from, to)) ?? this.persisted
      return this.#onPersisted?.()
    }
    const step = bytes[from + 1]
    if (bytes[from] !== SYNC || (step !== UPDATE && step !== STEP_2)) return
    // The update is what is left behind its length.
    let at = from + 2
    while ((bytes[at] ?? 0) > 127) at++
    heard.onUpdate?.(bytes, at + 1, to, this.socket.frameBeganMs)
    if (step === STEP_2) this.#onAnswer?.()
  }
}

/** The number in a message PERSISTED; null for any other. Read only as far as needed: there is one for every commit. */
function readPersisted(frame: Uint8Array): number | null {
  const decoder = decoding.createDecoder(frame)
  const message = decoding.readVarUint(decoder) === EXTENSION ? decodeMessage(decoder) : null
  return message?.type === 'persisted' ? message.frames : null
}
