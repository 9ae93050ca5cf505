import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
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
import { chunkingSocket } from './chunking-socket.ts'

/** The truth about saving, as the top bar tells it. `kept`: this browser holds a copy of what is not saved yet. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly pending: boolean }
  | { readonly kind: 'storage' }
  /** For good. `pending`: something of this browser never reached the server's disk. */
  | { readonly kind: 'refused'; readonly code: number; readonly text: string; readonly pending: boolean }

interface Options {
  readonly board: BoardId
  readonly doc: Y.Doc
  readonly key: string
  readonly token: string | null
  readonly generation: number
  readonly onEvent: (event: Extract<Message, { type: 'event' }>) => void
  readonly onRole: (role: Role) => void
}

const SYNC = 0
/** Bytes of a sync answer with nothing in it: type, kind, length, and the two bytes of an empty update. */
const EMPTY_ANSWER = 5

/**
 * The socket of one board: the stock y-websocket provider, plus the count of acknowledged writes that lets us say
 * "Salvato" only when the server has the edit on disk (docs/sync.md).
 */
export class Connection {
  readonly provider: WebsocketProvider
  #sent = 0
  #durable = 0
  #state = $state.raw<SaveState>({ kind: 'connecting' })
  #synced = $state.raw(false)
  #storageTrouble = false
  #refused: { code: number; text: string } | null = null
  /** Edits made while no socket was open, or on one that was lost, and not yet on the server. */
  #pending = false
  /** Whether this browser and the server have told each other once what they have. */
  #compared = false
  readonly #close: () => void

  constructor({ board, doc, key, token, generation, onEvent, onRole }: Options) {
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
    const protocols = [SUBPROTOCOL, `key.${key}`, ...(token === null ? [] : [`who.${token}`])]
    const provider = new WebsocketProvider(address, board, doc, {
      connect: false,
      disableBc: true,
      protocols,
      WebSocketPolyfill: chunkingSocket(WebSocket),
      maxBackoffTime: 8_000,
      shouldReconnect: (event) => !isFinal(event.code),
    })
    this.provider = provider

    provider.messageHandlers[EXTENSION] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
      const message = decodeMessage(decoder)
      if (message) this.#receive(message, onEvent, onRole)
    }
    const answerSync = provider.messageHandlers[SYNC]
    if (answerSync)
      provider.messageHandlers[SYNC] = (encoder, ...rest) => {
        answerSync(encoder, ...rest)
        // The answer to the server's first step is a write frame like any other, and carries what an earlier tab left.
        const length = encoding.length(encoder)
        if (length > EMPTY_ANSWER) this.#pending = true
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
      if (status === 'connecting') this.#sent = this.#durable = 0
      if (status === 'connected')
        provider.ws?.send(
          new Uint8Array(
            encodeMessage({
              type: 'hello',
              clientId: doc.clientID,
              schemaVersion: SCHEMA_VERSION,
              generation,
            }),
          ),
        )
      this.#tell()
    })
    provider.on('sync', () => this.#tell())
    provider.on('closed', ({ code, reason }) => {
      this.#refused = { code, text: this.#refused?.text ?? reason }
      this.#tell()
    })
    provider.on('connection-close', () => this.#tell())
    // Phones freeze sockets in the background without closing them; coming back, ask at once.
    const wake = (): void => {
      if (document.visibilityState === 'visible' && !provider.wsconnected && !this.#refused)
        provider.connect()
    }
    // Without a network a socket notices only half a minute later. A new attempt finds out at once, and succeeds where the
    // server is this very machine.
    const doubt = (): void => {
      if (!provider.wsconnected || this.#refused) return
      provider.disconnect()
      provider.connect()
    }
    addEventListener('online', wake)
    addEventListener('offline', doubt)
    document.addEventListener('visibilitychange', wake)
    this.#close = () => {
      removeEventListener('online', wake)
      removeEventListener('offline', doubt)
      document.removeEventListener('visibilitychange', wake)
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

  #count(): void {
    this.#sent++
    this.#tell()
  }

  #receive(message: Message, onEvent: Options['onEvent'], onRole: Options['onRole']): void {
    switch (message.type) {
      case 'persisted':
        this.#durable = message.frames
        break
      case 'rejected':
        this.#refused = { code: 0, text: message.text }
        break
      case 'welcome':
      case 'role':
        onRole(message.role)
        break
      case 'event':
        if (message.name === 'storage') this.#storageTrouble = message.detail !== ''
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
    if (provider.synced && this.#durable >= this.#sent) this.#pending = false
    const next = this.#truth()
    if (JSON.stringify(next) !== JSON.stringify(this.#state)) this.#state = next
  }

  #truth(): SaveState {
    // Before the first sync nobody knows what of this browser's copy the server has.
    const unknown = !this.#compared && Y.encodeStateVector(this.provider.doc).length > 1
    if (this.#refused) return { kind: 'refused', ...this.#refused, pending: this.#pending || unknown }
    if (!this.provider.wsconnected) {
      const first = this.provider.wsUnsuccessfulReconnects === 0 && !this.#pending
      return first ? { kind: 'connecting' } : { kind: 'offline', pending: this.#pending }
    }
    if (this.provider.synced && this.#durable >= this.#sent) return { kind: 'saved' }
    return this.#storageTrouble ? { kind: 'storage' } : { kind: 'saving' }
  }
}

const isOwn = (origin: unknown): boolean =>
  (origin as { source?: unknown } | null)?.source === 'local' || isUndo(origin)

/** Undo writes with its manager as origin. */
const isUndo = (origin: unknown): boolean =>
  typeof (origin as { undoStack?: unknown } | null)?.undoStack === 'object'
