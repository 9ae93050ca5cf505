import { randomInt } from 'node:crypto'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { TEMPORARY, writeAll, type Files, type OpenFile } from './files.ts'

/**
 * The log is a row of numbered files. Each begins with
 *
 *     'TAVOLOG1' | number u64 | previousLength u64 | ownLength u64 | salt u32 | crc32 u32
 *
 * and goes on with frames. A segment's length counts up to `ownLength` if that is set (a segment that was rewritten),
 * else up to what its successor says, else up to the end of the file. So bytes that a failed write left behind never
 * count: the next segment says where they begin.
 */
export interface SegmentHead {
  readonly number: number
  /** The length of the segment before that is sound and durable; 0 for the first. */
  readonly previousLength: number
  /** 0 while the segment may grow. */
  readonly ownLength: number
  /** Where the checksums of its frames start from. */
  readonly salt: number
}

/** A segment that is being written. */
export interface Segment {
  readonly number: number
  readonly salt: number
  readonly path: string
  readonly file: OpenFile
  /** What is durable. */
  length: number
}

export const HEAD_BYTES = 40
const MAGIC = Buffer.from('TAVOLOG1', 'latin1')
const NAME = /^(\d{10})\.log$/

export const segmentName = (number: number): string => `${String(number).padStart(10, '0')}.log`
export const segmentPath = (folder: string, number: number): string => join(folder, segmentName(number))
export const newSalt = (): number => randomInt(0x1_0000_0000)

/** The numbers of the segments in a folder, rising. */
export async function segmentNumbers(files: Files, folder: string): Promise<number[]> {
  const names = await files.list(folder)
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
}

/**
 * Creates a segment with its first frames in it: all of it is durable when this resolves, and nothing is there if it
 * rejects (or, if only the last step failed, a segment that nothing was promised about).
 */
export async function createSegment(
  files: Files,
  folder: string,
  head: SegmentHead,
  frames: Uint8Array,
): Promise<Segment> {
  const path = segmentPath(folder, head.number)
  const aside = `${path}${TEMPORARY}`
  const file = await files.open(aside, 'replace')
  try {
    await writeAll(file, Buffer.concat([encodeHead(head), frames]), 0)
    await file.sync()
    await files.rename(aside, path)
    await files.syncFolder(dirname(path))
  } catch (error) {
    // reason: the first error is the one to tell; a file that stays behind is removed at start.
    await file.close().catch(() => undefined)
    await files.remove(aside).catch(() => undefined)
    throw error
  }
  return { number: head.number, salt: head.salt, path, file, length: HEAD_BYTES + frames.length }
}

export function encodeHead({ number, previousLength, ownLength, salt }: SegmentHead): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES)
  MAGIC.copy(bytes)
  bytes.writeUIntLE(number, 8, 6)
  bytes.writeUIntLE(previousLength, 16, 6)
  bytes.writeUIntLE(ownLength, 24, 6)
  bytes.writeUInt32LE(salt, 32)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36)
  return bytes
}

/** What a segment's first bytes say; null if they are not a sound head. */
export function decodeHead(bytes: Buffer): SegmentHead | null {
  if (bytes.length < HEAD_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return null
  if (crc32(bytes.subarray(0, 36)) !== bytes.readUInt32LE(36)) return null
  return {
    number: bytes.readUIntLE(8, 6),
    previousLength: bytes.readUIntLE(16, 6),
    ownLength: bytes.readUIntLE(24, 6),
    salt: bytes.readUInt32LE(32),
  }
}
