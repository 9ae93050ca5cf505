import * as decoding from 'lib0/decoding'
import { REFUSED, type Refusal } from './refusal.ts'

export interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Structs, and ranges of deletions, of one update. Weeks of work without a network are a few thousand. */
const MAX_STRUCTS = 50_000
const MAX_RANGES = 200_000
/** How deep a plain value may be nested: reading and writing it is recursive. */
const MAX_DEPTH = 32

/**
 * Reads over the bytes of an update without making anything of them, and gives its deletions; a refusal is about bytes
 * that Yjs must not even decode: a megabyte can hold 260,000 structs, a value nested 400,000 times, or ranges of
 * deletion that overlap and cost their product. What passes is read again by Yjs, so that both have the same idea of it.
 * Format: yjs 13.6 `UpdateDecoderV1`, `readClientsStructRefs`, `readDeleteSet`, `ContentX.js`.
 */
export function scan(update: Uint8Array): DeleteRange[] | Refusal {
  const decoder = decoding.createDecoder(update)
  try {
    if (skipStructs(decoder) > MAX_STRUCTS) return REFUSED.tooLarge
    return readDeletes(decoder) ?? REFUSED.tooLarge
  } catch {
    // lib0 throws at the end of the bytes, the functions below at what has no place in a board.
    return REFUSED.unsound
  }
}

/** Returns how many there are; stops counting when there are too many. */
function skipStructs(decoder: decoding.Decoder): number {
  const seen = new Set<number>()
  let structs = 0
  for (let blocks = decoding.readVarUint(decoder); blocks > 0; blocks--) {
    const count = decoding.readVarUint(decoder)
    structs += count
    if (structs > MAX_STRUCTS) break
    const client = decoding.readVarUint(decoder)
    // Yjs, reading, keeps the last block of a client and forgets the others; an empty block it takes for a gap.
    if (seen.has(client) || count === 0) throw unsound()
    seen.add(client)
    decoding.readVarUint(decoder)
    for (let left = count; left > 0; left--) skipStruct(decoder)
  }
  return structs
}

const HAS_ORIGIN = 0b1000_0000
const HAS_RIGHT_ORIGIN = 0b0100_0000
const HAS_KEY = 0b0010_0000

function skipStruct(decoder: decoding.Decoder): void {
  const info = decoding.readUint8(decoder)
  const kind = info & 0b0001_1111
  if (kind !== 0) {
    if (info & HAS_ORIGIN) skipId(decoder)
    if (info & HAS_RIGHT_ORIGIN) skipId(decoder)
    if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN))) {
      if (decoding.readVarUint(decoder) === 1) skipBytes(decoder)
      else skipId(decoder)
      if (info & HAS_KEY) skipBytes(decoder)
    }
  }
  skipContent(decoder, kind)
}

/** Content that a board is made of. JSON and embeds are of old documents and of editors; 9 is a document, 10 a skip. */
function skipContent(decoder: decoding.Decoder, kind: number): void {
  switch (kind) {
    case 0: // garbage
    case 1: // deleted
      decoding.readVarUint(decoder)
      return
    case 7: // a shared type: list, map, text; the others are of editors
      if (decoding.readVarUint(decoder) > 2) throw unsound()
      return
    case 3: // bytes
    case 4: // letters
      return skipBytes(decoder)
    case 6: // format: key and value
      skipBytes(decoder)
      return skipBytes(decoder)
    case 8: // plain values
      for (let left = decoding.readVarUint(decoder); left > 0; left--) skipValue(decoder, MAX_DEPTH)
      return
    default:
      throw unsound()
  }
}

/** A plain value (lib0 0.2.120 `readAny`). */
function skipValue(decoder: decoding.Decoder, depth: number): void {
  if (depth === 0) throw unsound()
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      decoding.readVarInt(decoder)
      return
    case 124:
      return skip(decoder, 4)
    case 123: // float
    case 122: // whole number beyond 2^53
      return skip(decoder, 8)
    case 119: // text
    case 116: // bytes
      return skipBytes(decoder)
    case 118:
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        skipBytes(decoder)
        skipValue(decoder, depth - 1)
      }
      return
    case 117:
      for (let left = decoding.readVarUint(decoder); left > 0; left--) skipValue(decoder, depth - 1)
      return
    default:
      throw unsound()
  }
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
}

const skipBytes = (decoder: decoding.Decoder): void => skip(decoder, decoding.readVarUint(decoder))

function skip(decoder: decoding.Decoder, bytes: number): void {
  decoder.pos += bytes
  if (decoder.pos > decoder.arr.length) throw unsound()
}

/** Null when there are too many. Yjs writes them in order, each client once: what overlaps was written to cost. */
function readDeletes(decoder: decoding.Decoder): DeleteRange[] | null {
  const seen = new Set<number>()
  const ranges: DeleteRange[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    if (seen.has(client)) throw unsound()
    seen.add(client)
    let reached = 0
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (clock < reached || length === 0 || !Number.isSafeInteger(clock + length)) throw unsound()
      reached = clock + length
      if (ranges.push({ client, clock, length }) > MAX_RANGES) return null
    }
  }
  return ranges
}

const unsound = (): Error => new Error('not an update of a board')
