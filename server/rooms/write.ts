import * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { CommentId } from '../../shared/ids.ts'
import { mayWrite } from '../../shared/protocol/messages.ts'
import type { Metrics } from '../metrics.ts'
import type { Act, Actor } from './act.ts'
import { admit } from './admit/admit.ts'
import { REFUSED, type Refusal } from './admit/refusal.ts'
import type { Bindings } from './bindings.ts'
import { deniedFrame } from './frames.ts'
import { Packet } from './packet.ts'
import type { Session } from './session.ts'

/** A write frame as it came. */
export interface Write {
  readonly update: Uint8Array
  /** What the client has and the server lacks (SyncStep2); otherwise one edit. */
  readonly isAnswer: boolean
}

/** What of a room a write has to do with. */
export interface WriteRoom {
  readonly doc: Y.Doc
  readonly bindings: Bindings
  readonly archived: boolean
  readonly isFull: boolean
  readonly metrics: Metrics
  /** Whether an update brings nothing, told without building the document. */
  isEcho(update: Uint8Array): boolean
  act(actor: Actor, session: Session): Act
  /** Who made a comment; null while nobody did. */
  speakerOf(comment: CommentId): Actor | null
  /** Somebody wrote. */
  touched(): void
  /** Tells a connection, once they are on disk, how many of its write frames were taken. */
  acknowledge(session: Session): void
  /** The document is not to be trusted any more. */
  fail(error: unknown): void
}

const HELD_BYTES = 1024 * 1024
const HELD_MS = 10_000

/** Takes the write frames that one connection sent since the last turn, as one transaction. Never throws. */
export function takeWrites(room: WriteRoom, session: Session, writes: readonly Write[]): void {
  const fromMs = performance.now()
  const takeAll = (): void => {
    for (const write of writes) if (!takeOne(room, session, write)) return
  }
  try {
    // Readers answer with nothing new, and the document need not be there for that.
    if (session.held.length === 0 && writes.every(({ update }) => room.isEcho(update))) takeAll()
    else room.doc.transact(takeAll, room.act(session.guest.participant, session))
  } catch (error) {
    // The document may be left half changed.
    session.close(CLOSE.badFrame, REFUSED.unsound.code)
    return room.fail(error)
  }
  room.metrics.validateSeconds.observe((performance.now() - fromMs) / 1000 / writes.length)
  // Numbers are a prefix: while one waits, those after it are not told either.
  if (session.isOpen && session.held.length === 0) room.acknowledge(session)
}

/** False when the connection is closed for it. */
function takeOne(room: WriteRoom, session: Session, { update, isAnswer }: Write): boolean {
  session.frames++
  if (!take(room, session, update, isAnswer)) return false
  if (!isAnswer) return true
  session.answered = true
  return session.takeHeld().every((held) => take(room, session, held, false))
}

/** Applies an update, or holds it, or refuses it. */
function take(room: WriteRoom, session: Session, update: Uint8Array, isAnswer: boolean): boolean {
  if (room.isEcho(update)) return true
  const { participant, role } = session.guest
  const verdict = admit(update, {
    doc: room.doc,
    bindings: room.bindings,
    actor: participant,
    barred: barOf(room, session),
    isFull: room.isFull,
    speakerOf: (comment) => room.speakerOf(comment),
    mayModerate: role === 'facilitator',
  })
  switch (verdict.kind) {
    case 'nothing':
      return true
    case 'refused':
      return refuse(room, session, verdict.refusal)
    case 'missing':
      return isAnswer || session.answered
        ? refuse(room, session, REFUSED.missing)
        : hold(room, session, update)
    case 'apply':
      for (const client of verdict.clients) room.bindings.bind(client, participant)
      return apply(room, session, update)
  }
}

function barOf(room: WriteRoom, session: Session): Refusal | null {
  if (!mayWrite(session.guest.role)) return REFUSED.role
  return room.archived ? REFUSED.archived : null
}

function apply(room: WriteRoom, session: Session, update: Uint8Array): boolean {
  Y.applyUpdate(room.doc, update)
  room.touched()
  const { store } = room.doc
  if (!store.pendingStructs && !store.pendingDs) return true
  // What could not be placed never becomes part of the board; the part before it was sound and is its writer's own.
  store.pendingStructs = null
  store.pendingDs = null
  return refuse(room, session, REFUSED.missing)
}

/** Keeps an update outside the document until the connection has told all it has: people type before the first sync. */
function hold(room: WriteRoom, session: Session, update: Uint8Array): boolean {
  session.held.push(update.slice())
  session.heldBytes += update.byteLength
  if (session.heldBytes > HELD_BYTES) return refuse(room, session, REFUSED.tooLarge)
  if (session.isOpen) session.heldTimer ??= setTimeout(() => refuse(room, session, REFUSED.missing), HELD_MS)
  return true
}

/** Tells what was not taken and why, and sends the connection away. */
export function refuse(room: WriteRoom, session: Session, { code, sentence, close }: Refusal): false {
  room.metrics.rejected.inc({ reason: code })
  session.tell({ type: 'rejected', frame: session.frames, code, text: sentence.it })
  session.send(new Packet(deniedFrame(sentence.it)))
  session.close(close, code)
  return false
}
