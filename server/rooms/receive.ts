import { SCHEMA_VERSION } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { mayWrite, type Message, type Role } from '../../shared/protocol/messages.ts'
import { REFUSED } from './admit/refusal.ts'
import { isStateVector } from './admit/state-vector.ts'
import { presenceFrame, readFrame, stateVectorFrame, type PresenceEntry } from './frames.ts'
import { FRAME_BYTES } from './limits.ts'
import { Packet } from './packet.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'
import { Upload, UploadSpace } from './uploads.ts'
import { refuse } from './write.ts'

const ANSWER_EVERY_MS = 2000
/** One space for the process. */
const UPLOADS = new UploadSpace()

/** What the room does when somebody sits down: asks what they have. Who else is there they are told with the board. */
export function greet(room: Room, session: Session): void {
  room.people.join(session)
  session.send(new Packet(stateVectorFrame(room.stateVector())))
}

/** Takes one frame of a connection. Never throws, whatever the bytes. */
export function receive(room: Room, session: Session, bytes: Uint8Array): void {
  if (!session.isOpen || room.isFailed) return
  const frame = readFrame(bytes)
  room.metrics.frameIn(frame?.kind ?? 'unsound')
  switch (frame?.kind) {
    case undefined:
      return session.close(CLOSE.badFrame, 'not a frame of this protocol')
    case 'stateVector':
      return answer(room, session, frame.stateVector)
    case 'write':
      return room.take(session, { update: frame.update, isAnswer: frame.answer })
    case 'presence':
      return present(room, session, frame.entries)
    case 'presenceQuery':
      if (session.reader.isQuick) session.send(new Packet(presenceFrame(room.people.everybody(session))))
      return
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
  { clientId, schemaVersion, generation, cursors }: Extract<Message, { type: 'hello' }>,
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
  session.wantsCursors = cursors !== false
  session.tell({
    type: 'welcome',
    role: roleNow(room, role),
    generation: room.generation,
    participant,
    cursors: room.people.cursors,
    limits: { frameBytes: FRAME_BYTES },
  })
  const status = room.storeStatus
  if (status.kind === 'degraded') session.tell({ type: 'event', name: 'storage', detail: status.reason })
}

function answer(room: Room, session: Session, stateVector: Uint8Array): void {
  if (!isStateVector(stateVector, room.clients)) return session.close(CLOSE.badFrame, 'state vector')
  const now = performance.now()
  const wait = session.lastAnswerMs + ANSWER_EVERY_MS - now
  // Three bytes ask for the whole board: an honest client does so once per connection, and reads what it is sent.
  if (session.live && (wait > 0 || !session.reader.isDrained)) {
    session.later(Math.max(wait, ANSWER_EVERY_MS / 4), () => answer(room, session, stateVector))
    return
  }
  session.lastAnswerMs = now
  room.people.answer(session, stateVector)
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
      // What came before it keeps its place.
      room.takeTurn()
      session.frames++
      return void refuse(room, session, REFUSED.tooLarge)
    case 'whole': {
      const frame = readFrame(uploaded.frame)
      if (frame?.kind !== 'write') return session.close(CLOSE.badFrame, 'chunks of no write')
      return room.take(session, { update: frame.update, isAnswer: frame.answer })
    }
  }
}

/**
 * Takes the line of a connection's own clientID. Stock clients echo everybody's lines: those are left out, and so is
 * whatever claims to be somebody else. Who it is, the keys and the registry say.
 */
function present({ bindings, people }: Room, session: Session, entries: readonly PresenceEntry[]): void {
  for (const entry of entries) {
    if (session.presenceId === null) {
      const { participant } = session.guest
      if (entry.state === 'null' || !bindings.bind(entry.clientId, participant)) continue
      session.presenceId = entry.clientId
    }
    if (entry.clientId !== session.presenceId) continue
    if (people.presence.put(entry, people.identityOf(session))) people.presenceChanged()
  }
}
