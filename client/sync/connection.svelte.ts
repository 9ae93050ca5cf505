import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/board/schema.ts'
import type { BoardId } from '../../shared/ids.ts'
import { isFinal } from '../../shared/protocol/close-codes.ts'
import {
  decodeMessage,
  encodeMessage,
  EXTENSION,
  SUBPROTOCOL,
  type Message,
  type Role,
} from '../../shared/protocol/messages.ts'
import { askedWait, waitBefore } from './backoff.ts'
import { Bursts } from './bursts.ts'
import { chunkingSocket } from './chunking-socket.ts'
import { isOwn, saysSomething, WriteCount, type Refused, type SaveState } from './save-state.ts'
import { keepAwake } from './wake.ts'

interface Options {
  readonly board: BoardId
  readonly doc: Y.Doc
  readonly key: string
  readonly token: string | null
  readonly generation: number
  readonly onEvent: (event: Extract<Message, { type: 'event' }>) => void
  readonly onRole: (role: Role) => void
  /** The line is there, again: what the server told meanwhile was not heard. */
  readonly onWelcome?: () => void
  /** Whether people at the board see each other's cursors. */
  readonly onCursors?: (shown: boolean) => void
  /** Whether this screen has use for them. */
  readonly wantsCursors?: () => boolean
  /** How long to wait before the next attempt, in milliseconds; for tests that have no time. */
  readonly wait?: typeof waitBefore
}

const SYNC = 0
/** So many failed attempts that the provider's own wait is always longer than ours, of which it takes the shorter. */
const PATIENT = 8

/**
 * The socket of one board: the stock y-websocket provider, plus the count of acknowledged writes that lets us say
 * "Salvato" only when the server has the edit on disk (docs/sync.md).
 */
export class Connection {
  readonly provider: WebsocketProvider
  readonly #writes = new WriteCount()
  #state = $state.raw<SaveState>({ kind: 'connecting' })
  #synced = $state.raw(false)
  #storageTrouble = false
  #refused: Omit<Refused, 'kind' | 'pending'> | null = null
  /** What the server said of an edit before it closes this socket: only the close is final, and a net may cut it off. */
  #rejection: Pick<Refused, 'why'> | null = null
  /** Attempts to connect that failed since the last that succeeded. */
  #attempts = 0
  /** Edits made while no socket was open, or on one that was lost, and not yet on the server. */
  #pending = false
  /** Whether this browser and the server have told each other once what they have. */
  #compared = false
  /** When the server that stops wants to see us again. */
  #askedMs: number | null = null
  readonly #close: () => void

  constructor(options: Options) {
    const { board, doc, key, token, generation, wantsCursors, wait = waitBefore } = options
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
    const provider = new WebsocketProvider(address, board, doc, {
      connect: false,
      disableBc: true,
      protocols: [SUBPROTOCOL, `key.${key}`, ...(token === null ? [] : [`who.${token}`])],
      WebSocketPolyfill: chunkingSocket(WebSocket),
      shouldReconnect: (event) => !isFinal(event.code),
    })
    this.provider = provider

    provider.messageHandlers[EXTENSION] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
      const message = decodeMessage(decoder)
      if (message) this.#receive(message, options)
    }
    const bursts = new Bursts(doc, provider)
    const answerSync = provider.messageHandlers[SYNC]
    if (answerSync)
      provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
        if (decoding.peekVarUint(decoder) === messageYjsUpdate) {
          decoding.readVarUint(decoder)
          bursts.take(decoding.readVarUint8Array(decoder))
          return
        }
        bursts.flush()
        answerSync(encoder, decoder, ...rest)
        // The answer to the server's first step is a write frame like any other, and carries what an earlier tab left.
        const length = encoding.length(encoder)
        if (saysSomething(length)) this.#pending = true
        if (length > 1) this.#count()
      }
    const onUpdate = (_update: Uint8Array, origin: unknown): void => {
      if (origin === provider) return
      if (isOwn(origin)) this.#pending = true
      if (provider.wsconnected) this.#count()
      else this.#tell()
    }
    doc.on('update', onUpdate)
    provider.on('status', ({ status }) => {
      if (status === 'connecting') {
        this.#writes.restart()
        this.#rejection = null
      }
      if (status === 'connected') this.#hello(doc.clientID, generation, wantsCursors?.() ?? true)
      this.#tell()
    })
    provider.on('sync', (isSynced) => {
      if (isSynced) this.#attempts = 0
      this.#tell()
    })
    provider.on('closed', ({ code }) => {
      this.#refused = { code, why: this.#rejection?.why ?? null }
      this.#tell()
    })
    provider.on('connection-close', (event) => {
      bursts.flush()
      this.#attempts++
      provider.wsUnsuccessfulReconnects = PATIENT
      provider.maxBackoffTime = this.#askedMs ?? wait(this.#attempts, event?.code ?? null, Math.random())
      this.#askedMs = null
      this.#tell()
    })
    const sleep = keepAwake(provider, () => this.#refused === null)
    this.#close = () => {
      sleep()
      bursts.flush()
      doc.off('update', onUpdate)
      provider.destroy()
    }
  }

  get state(): SaveState {
    return this.#state
  }

  /** Whether the whole board has arrived from the server at least once on this socket. */
  get synced(): boolean {
    return this.#synced
  }

  open(): void {
    this.provider.connect()
  }

  close(): void {
    this.#close()
  }

  #hello(clientId: number, generation: number, cursors: boolean): void {
    const hello = encodeMessage({
      type: 'hello',
      clientId,
      schemaVersion: SCHEMA_VERSION,
      generation,
      cursors,
    })
    this.provider.ws?.send(new Uint8Array(hello))
  }

  #count(): void {
    this.#writes.sent()
    this.#tell()
  }

  #receive(message: Message, { onEvent, onRole, onWelcome, onCursors }: Options): void {
    switch (message.type) {
      case 'persisted':
        this.#writes.durable(message.frames)
        break
      case 'rejected':
        this.#rejection = { why: message.code }
        break
      case 'welcome':
        onRole(message.role)
        onCursors?.(message.cursors)
        onWelcome?.()
        break
      case 'role':
        onRole(message.role)
        break
      case 'event':
        if (message.name === 'shutdown') this.#askedMs = askedWait(message.detail)
        if (message.name === 'storage') this.#storageTrouble = message.detail !== ''
        if (message.name === 'cursors') onCursors?.(message.detail === 'on')
        onEvent(message)
        break
      case 'hello':
      case 'chunk':
      case 'beat':
        break
    }
    this.#tell()
  }

  #tell(): void {
    const { provider } = this
    this.#synced = provider.synced
    this.#compared ||= provider.synced
    if (provider.synced && this.#writes.isEven) this.#pending = false
    const next = this.#truth()
    if (JSON.stringify(next) !== JSON.stringify(this.#state)) this.#state = next
  }

  #truth(): SaveState {
    // Before the first sync nobody knows what of this browser's copy the server has.
    const unknown = !this.#compared && Y.encodeStateVector(this.provider.doc).length > 1
    if (this.#refused) return { kind: 'refused', ...this.#refused, pending: this.#pending || unknown }
    if (!this.provider.wsconnected) {
      const first = this.#attempts === 0 && !this.#pending
      return first ? { kind: 'connecting' } : { kind: 'offline', pending: this.#pending }
    }
    if (this.provider.synced && this.#writes.isEven) return { kind: 'saved' }
    return this.#storageTrouble ? { kind: 'storage' } : { kind: 'saving' }
  }
}
