import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { StoredRecord } from './board-store.ts'

/**
 * One frame of the log, little-endian:
 *
 *     len u32 | crc32 u32 | ver u8 | kind u8 | lsn u64 | batch u64 | seq u64 | timeMs u48 |
 *     board u8+text | actor u8+text | prevHash 32 | payload
 *
 * `len` counts what follows the crc, and the crc covers that; it starts from the salt of its segment, so that no bytes a
 * user sends can pass for a frame. `lsn` numbers the frames of the whole log, `batch` is the lsn of the first frame of
 * the same write, `seq` numbers the records of one board. `prevHash` chains the records of a board (see `chainHash`).
 */
export interface Frame {
  readonly kind: FrameKind
  readonly lsn: number
  readonly batch: number
  readonly seq: number
  readonly timeMs: number
  readonly board: string
  readonly actor: string
  readonly prevHash: Uint8Array
  readonly payload: Uint8Array
  /** The length of the whole frame in the file. */
  readonly length: number
}

/** `erase` says that a board is to be forgotten, `erased` that it has been. */
export type FrameKind = 'update' | 'erase' | 'erased'
const KINDS: readonly (FrameKind | undefined)[] = [undefined, 'update', 'erase', 'erased']

/** A record may be as large as a board may get, and twice that again. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024
export const HASH_BYTES = 32

const VERSION = 1
const BODY = 8
const LSN = 10
const BATCH = 18
const SEQ = 26
const TIME = 34
const NAMES = 40
const LEAST = NAMES + 1 + 1 + HASH_BYTES
const MOST = LEAST + 255 + 255 + MAX_PAYLOAD_BYTES

type Content = Omit<Frame, 'lsn' | 'batch' | 'length'>

/** The bytes of a frame that has no place in the log yet; `stampFrame` gives it one. Copies the payload. */
export function encodeFrame({ kind, seq, timeMs, board, actor, prevHash, payload }: Content): Buffer {
  const [boardName, actorName] = [Buffer.from(board, 'utf8'), Buffer.from(actor, 'utf8')]
  if (boardName.length > 255 || actorName.length > 255)
    throw new RangeError(`A board or actor of more than 255 bytes: ${board}, ${actor}`)
  if (payload.length > MAX_PAYLOAD_BYTES)
    throw new RangeError(`A record of ${payload.length} bytes; at most ${MAX_PAYLOAD_BYTES} are kept in one`)
  const length = LEAST + boardName.length + actorName.length + payload.length
  const frame = Buffer.alloc(length)
  frame.writeUInt32LE(length - BODY, 0)
  frame.writeUInt8(VERSION, BODY)
  frame.writeUInt8(KINDS.indexOf(kind), BODY + 1)
  frame.writeUIntLE(seq, SEQ, 6)
  frame.writeUIntLE(timeMs, TIME, 6)
  let at = frame.writeUInt8(boardName.length, NAMES)
  at += boardName.copy(frame, at)
  at = frame.writeUInt8(actorName.length, at)
  at += actorName.copy(frame, at)
  frame.set(prevHash, at)
  frame.set(payload, at + HASH_BYTES)
  return frame
}

/** Gives a frame its place in the log; may be done again for another place. */
export function stampFrame(frame: Buffer, lsn: number, batch: number, salt: number): void {
  // Six of eight bytes are enough for 2^48 frames; the other two stay zero.
  frame.writeUIntLE(lsn, LSN, 6)
  frame.writeUIntLE(batch, BATCH, 6)
  frame.writeUInt32LE(crc32(frame.subarray(BODY), salt), 4)
}

/** The sound frame at an offset, or null. The payload is a view of the bytes. */
export function decodeFrame(bytes: Buffer, offset: number, salt: number): Frame | null {
  const end = soundEnd(bytes, offset, salt)
  if (end === null) return null
  const kind = KINDS[bytes.readUInt8(offset + BODY + 1)]
  const names = readNames(bytes, offset, end)
  return kind && names ? { ...names, kind, ...readNumbers(bytes, offset), length: end - offset } : null
}

/** Where the sound frame at an offset ends, or null if there is none. */
export function soundEnd(bytes: Buffer, offset: number, salt: number): number | null {
  const end = frameEnd(bytes, offset)
  if (end === null || end > bytes.length) return null
  // Cheap looks before the checksum: after damage every offset is tried.
  const looksLikeOne =
    bytes.readUInt8(offset + BODY) === VERSION && bytes.readUInt16LE(offset + LSN + 6) === 0
  return looksLikeOne && crc32(bytes.subarray(offset + BODY, end), salt) === bytes.readUInt32LE(offset + 4)
    ? end
    : null
}

/** Where the frame at an offset says it ends, be that beyond the bytes; null if no frame can begin so. */
export function frameEnd(bytes: Buffer, offset: number): number | null {
  if (bytes.length - offset < BODY) return null
  const length = bytes.readUInt32LE(offset) + BODY
  return length < LEAST || length > MOST ? null : offset + length
}

/** Whether the bytes from an offset to an end are a frame of which only the length is wrong. */
export const isSoundButLength = (bytes: Buffer, offset: number, end: number, salt: number): boolean =>
  end - offset >= LEAST && crc32(bytes.subarray(offset + BODY, end), salt) === bytes.readUInt32LE(offset + 4)

/** Whose a damaged frame says it is; to be believed only as far as something else agrees. */
export function readClaim(bytes: Buffer, offset: number, end: number) {
  if (end > bytes.length || end - offset < LEAST) return null
  const names = readNames(bytes, offset, end)
  return names && { board: names.board, prevHash: names.prevHash, seq: readNumbers(bytes, offset).seq }
}

const readNumbers = (bytes: Buffer, offset: number) => ({
  lsn: bytes.readUIntLE(offset + LSN, 6),
  batch: bytes.readUIntLE(offset + BATCH, 6),
  seq: bytes.readUIntLE(offset + SEQ, 6),
  timeMs: bytes.readUIntLE(offset + TIME, 6),
})

function readNames(bytes: Buffer, offset: number, end: number) {
  const boardAt = offset + NAMES + 1
  const actorAt = boardAt + bytes.readUInt8(boardAt - 1) + 1
  if (actorAt > end) return null
  const hashAt = actorAt + bytes.readUInt8(actorAt - 1)
  const payloadAt = hashAt + HASH_BYTES
  if (payloadAt > end) return null
  return {
    board: bytes.toString('utf8', boardAt, actorAt - 1),
    actor: bytes.toString('utf8', actorAt, hashAt),
    prevHash: bytes.subarray(hashAt, payloadAt),
    payload: bytes.subarray(payloadAt, end),
  }
}

/** What the first record of a board has as `prevHash`: it ties the chain to its board. */
export const genesisHash = (board: string): Buffer => hash('sha256', `tavolo board ${board}`, 'buffer')

/**
 * What the next record of the board will have as `prevHash`: SHA-256 of the frame from `seq` to `prevHash`, followed by
 * the SHA-256 of the payload. Where the frame lies in the log is left out, so that it may be moved; the payload counts
 * by its own hash, so that a text can be taken out and the chain still be verified.
 */
export function chainHash(frame: Buffer): Buffer {
  const payloadAt = payloadOffset(frame)
  const content = hash('sha256', frame.subarray(payloadAt), 'buffer')
  return hash('sha256', Buffer.concat([frame.subarray(SEQ, payloadAt), content]), 'buffer')
}

/** The same of a record that stands in no log. */
export const hashOfRecord = (
  { board, seq, actor, timeMs, update }: StoredRecord,
  prevHash: Uint8Array,
): Buffer => chainHash(encodeFrame({ kind: 'update', board, seq, actor, timeMs, prevHash, payload: update }))

function payloadOffset(frame: Buffer): number {
  const actorAt = NAMES + 1 + frame.readUInt8(NAMES)
  return actorAt + 1 + frame.readUInt8(actorAt) + HASH_BYTES
}
