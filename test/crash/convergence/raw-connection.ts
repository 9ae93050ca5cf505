import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { answerFrame, readFrame, stateVectorFrame, updateFrame } from '../../../server/rooms/frames.ts'
import { SCHEMA_VERSION } from '../../../shared/board/schema.ts'
import { isFinal } from '../../../shared/protocol/close-codes.ts'
import { encodeMessage, mayWrite, type Message, type Role } from '../../../shared/protocol/messages.ts'
import type { Link, Seat, Sent } from './person.ts'

const NETWORK = Symbol('network')

/**
 * A script that speaks the protocol by itself, from what docs/sync.md says. It is a little clumsy, within the rules: it
 * sends some edits twice, and others together.
 */
export function rawConnection({ board, key, token, line }: Seat, doc: Y.Doc): Link {
  let socket: WebSocket | null = null
  let role: Role = 'editor'
  let sent: Sent | null = null
  let wanted = false
  let synced = false
  let frames = 0
  let durable = 0
  let edits = 0
  let refused = ''
  let kept: Uint8Array[] = []

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === NETWORK || !isOpen()) return
    edits++
    kept.push(update)
    if (edits % 5 === 0) return
    write(updateFrame(kept.length === 1 ? update : Y.mergeUpdates(kept)))
    if (edits % 7 === 0) write(updateFrame(update))
    kept = []
  })

  function write(frame: Uint8Array): void {
    frames++
    socket?.send(frame)
  }

  function open(): void {
    if (!wanted || socket || sent) return
    const next = new WebSocket(`${line.url.replace('http', 'ws')}/sync/${board.id}`, [
      'tavolo',
      `key.${key}`,
      `who.${token}`,
    ])
    socket = next
    next.binaryType = 'arraybuffer'
    next.on('error', () => undefined)
    next.on('open', () => {
      next.send(
        encodeMessage({
          type: 'hello',
          clientId: doc.clientID,
          schemaVersion: SCHEMA_VERSION,
          generation: null,
        }),
      )
      next.send(stateVectorFrame(Y.encodeStateVector(doc)))
    })
    next.on('message', (data: ArrayBuffer) => socket === next && receive(new Uint8Array(data)))
    next.on('close', (code, reason) => {
      if (socket === next) lost()
      if (isFinal(code)) sent ??= { code, reason: reason.toString() }
      else setTimeout(open, 100)
    })
  }

  function lost(): void {
    socket = null
    synced = false
    frames = durable = 0
    kept = []
  }

  function receive(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    if (frame?.kind === 'message') hear(frame.message)
    if (frame?.kind === 'stateVector') {
      kept = []
      write(answerFrame(Y.encodeStateAsUpdate(doc, frame.stateVector)))
    }
    if (frame?.kind === 'write') {
      Y.applyUpdate(doc, frame.update, NETWORK)
      synced ||= frame.answer
    }
  }

  function hear(message: Message): void {
    if (message.type === 'persisted') durable = message.frames
    if (message.type === 'rejected') refused = message.text
    if (message.type === 'welcome' || message.type === 'role') role = message.role
  }

  const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN

  const flush = (): void => {
    if (kept.length > 0 && isOpen()) write(updateFrame(Y.mergeUpdates(kept)))
    kept = []
  }

  const isSaved = (): boolean => isOpen() && synced && frames > 0 && durable >= frames && kept.length === 0
  return {
    mayWrite: () => mayWrite(role) && sent === null,
    isSaved,
    isSynced() {
      flush()
      return isSaved()
    },
    sentAway: () => sent,
    state: () => JSON.stringify({ role, sent, refused, synced, frames, durable, open: socket?.readyState }),
    connect() {
      wanted = true
      open()
    },
    disconnect() {
      wanted = false
      const old = socket
      lost()
      old?.terminate()
    },
    leave() {
      this.disconnect()
    },
  }
}
