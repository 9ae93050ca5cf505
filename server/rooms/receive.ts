import * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { mayWrite, type Message, type Role } from '../../shared/protocol/messages.ts'
import { admit } from './admit/admit.ts'
import { REFUSED, type Refusal } from './admit/refusal.ts'
import { isStateVector } from './admit/state-vector.ts'
import { deniedFrame, presenceFrame, readFrame, stateVectorFrame, type PresenceEntry } from './frames.ts'
import { FRAME_BYTES } from './limits.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'
import { Upload, UploadSpace } from './uploads.ts'

const HELD_BYTES = 1024 * 1024
const HELD_MS = 10_000
const ANSWER_EVERY_MS = 2000
/** One space for the process. */
const UPLOADS = new UploadSpace()

/** What the room does when somebody sits down: asks what they have, and tells who else is there. */
export function greet(room: Room, session: Session): void {
  room.join(session)
  session.send(stateVectorFrame(Y.encodeStateVector(room.doc)))
  const present = room.presence.all()
  if (present.length > 0) session.send(presenceFrame(present))
}

/** Takes one frame of a connection. Never throws, whatever the bytes. */
export function receive(room: Room, session: Session, bytes: Uint8Array): void {
  if (!session.isOpen || room.isFailed) return
  const frame = readFrame(bytes)
  switch (frame?.kind) {
    case undefined:
      return session.close(CLOSE.badFrame, 'not a frame of this protocol')
    case 'stateVector':
      return answer(room, session, frame.stateVector)
    case 'write':
      return write(room, session, frame.update, frame.answer)
    case 'presence':
      return present(room, session, frame.entries)
    case 'presenceQuery':
      return session.sendIfQuick(presenceFrame(room.presence.all()))
    case 'message':
      if (frame.message.type === 'hello') hello(room, session, frame.message)
      if (frame.message.type === 'chunk') chunk(room, session, frame.message)
      return
  }
}

/** The role that counts now: nobody writes on an archived board. */
export const roleNow = (room: Room, role: Role): Role => (room.archived && mayWrite(role) ? 'viewer' : role)

function hello(
  room: Room,
  session: Session,
  { clientId, schemaVersion, generation }: Extract<Message, { type: 'hello' }>,
): void {
  if (session.greeted) return session.close(CLOSE.badFrame, 'hello twice')
  session.greeted = true
  if (!Number.isSafeInteger(clientId) || clientId < 0)
    return session.close(CLOSE.badFrame, 'hello without a clientID')
  if (!(schemaVersion >= SCHEMA_VERSION)) return session.close(CLOSE.clientTooOld, 'schema')
  if (typeof generation === 'number' && generation !== room.generation)
    return session.close(CLOSE.generationChanged, 'generation')
  const { participant, role } = session.guest
  if (!room.bindings.bind(clientId, participant)) return session.close(CLOSE.clientIdTaken, 'clientID')
  session.presenceId ??= clientId
  session.tell({
    type: 'welcome',
    role: roleNow(room, role),
    generation: room.generation,
    participant,
    limits: { frameBytes: FRAME_BYTES },
  })
  const status = room.storeStatus
  if (status.kind === 'degraded') session.tell({ type: 'event', name: 'storage', detail: status.reason })
}

function answer(room: Room, session: Session, stateVector: Uint8Array): void {
  if (!isStateVector(stateVector, room.doc)) return session.close(CLOSE.badFrame, 'state vector')
  const now = performance.now()
  const wait = session.lastAnswerMs + ANSWER_EVERY_MS - now
  if (session.live && wait > 0) {
    // Three bytes ask for the whole board: an honest client does so once per connection.
    session.later(wait, () => answer(room, session, stateVector))
    return
  }
  session.lastAnswerMs = now
  room.answer(session, stateVector)
}

function write(room: Room, session: Session, update: Uint8Array, isAnswer: boolean): void {
  session.frames++
  if (!take(room, session, update, isAnswer)) return
  if (isAnswer) {
    session.answered = true
    for (const held of session.takeHeld()) if (!take(room, session, held, false)) return
  }
  // Numbers are a prefix: while one waits, those after it are not told either.
  if (session.held.length === 0) room.acknowledge(session)
}

/** One piece of a write frame; with the last the frame is taken like any other. Only who said HELLO sends pieces. */
function chunk(room: Room, session: Session, piece: Extract<Message, { type: 'chunk' }>): void {
  if (!session.greeted) return session.close(CLOSE.badFrame, 'chunk before hello')
  session.upload ??= new Upload(UPLOADS, () => session.close(CLOSE.overloaded, 'upload stands still'))
  const uploaded = session.upload.add(piece, performance.now())
  switch (uploaded.kind) {
    case 'more':
      return
    case 'unsound':
      return session.close(CLOSE.badFrame, 'chunk')
    case 'later':
      return session.close(CLOSE.tooFast, 'uploads')
    case 'tooLarge':
      session.frames++
      return void refuse(room, session, REFUSED.tooLarge)
    case 'whole': {
      const frame = readFrame(uploaded.frame)
      if (frame?.kind !== 'write') return session.close(CLOSE.badFrame, 'chunks of no write')
      return write(room, session, frame.update, frame.answer)
    }
  }
}

/** Applies an update, or holds it, or refuses it; false when the connection is closed for it. */
function take(room: Room, session: Session, update: Uint8Array, isAnswer: boolean): boolean {
  const fromMs = performance.now()
  const { participant } = session.guest
  const verdict = admit(update, {
    doc: room.doc,
    bindings: room.bindings,
    actor: participant,
    barred: barOf(room, session),
  })
  room.metrics.validateSeconds.observe((performance.now() - fromMs) / 1000)
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

function barOf(room: Room, session: Session): Refusal | null {
  if (!mayWrite(session.guest.role)) return REFUSED.role
  if (room.archived) return REFUSED.archived
  return room.isFull ? REFUSED.boardFull : null
}

function apply(room: Room, session: Session, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(room.doc, update, room.act(session.guest.participant, session))
  } catch (error) {
    session.close(CLOSE.badFrame, REFUSED.unsound.code)
    room.fail(error)
    return false
  }
  room.touched()
  const { store } = room.doc
  if (!store.pendingStructs && !store.pendingDs) return true
  // What could not be placed never becomes part of the board; the part before it was sound and is its writer's own.
  store.pendingStructs = null
  store.pendingDs = null
  return refuse(room, session, REFUSED.missing)
}

/** Keeps an update outside the document until the connection has told all it has: people type before the first sync. */
function hold(room: Room, session: Session, update: Uint8Array): boolean {
  session.held.push(update.slice())
  session.heldBytes += update.byteLength
  if (session.heldBytes > HELD_BYTES) return refuse(room, session, REFUSED.tooLarge)
  session.heldTimer ??= setTimeout(() => refuse(room, session, REFUSED.missing), HELD_MS)
  return true
}

function refuse(room: Room, session: Session, { code, sentence, close }: Refusal): false {
  room.metrics.rejected.inc({ reason: code })
  session.tell({ type: 'rejected', frame: session.frames, code, text: sentence.it })
  session.send(deniedFrame(sentence.it))
  session.close(close, code)
  return false
}

/**
 * Takes the line of a connection's own clientID. Stock clients echo everybody's lines: those are left out, and so is
 * whatever claims to be somebody else.
 */
function present(room: Room, session: Session, entries: readonly PresenceEntry[]): void {
  for (const entry of entries) {
    if (session.presenceId === null) {
      const { participant } = session.guest
      if (entry.state === 'null' || !room.bindings.bind(entry.clientId, participant)) continue
      session.presenceId = entry.clientId
    }
    if (entry.clientId === session.presenceId && room.presence.put(entry)) room.presenceChanged()
  }
}
