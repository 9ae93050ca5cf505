import { hash } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { BoardId } from '../../shared/ids.ts'
import type { Snapshot } from './board-store.ts'
import { plainBytes, putFile, type Files } from './files.ts'
import { HASH_BYTES } from './frame.ts'
import { readSpan } from './read-span.ts'

/**
 * A snapshot is a file `<board>.<seq>.snap`:
 *
 *     'TAVOSNAP' | ver u8 | seq u64 | chainHash 32 | stateBytes u32 | metaBytes u32 | sha256 32 | crc32 u32 | state | meta
 *
 * The crc covers what stands before it, the SHA-256 covers state and meta. `chainHash` is what the record after `seq` has
 * as `prevHash`, so that the chain goes on where the records before it were retired.
 */
export interface SnapshotFile {
  readonly board: BoardId
  readonly seq: number
}

const MAGIC = Buffer.from('TAVOSNAP', 'latin1')
const VERSION = 1
const SEQ = 9
const CHAIN = 17
const SIZES = CHAIN + HASH_BYTES
const DIGEST = SIZES + 8
const CRC = DIGEST + HASH_BYTES
const HEAD_BYTES = CRC + 4
const NAME = /^([a-z0-9-]{1,64})\.(\d{1,15})\.snap$/

export const snapshotPath = (folder: string, board: BoardId, seq: number): string =>
  join(folder, `${board}.${seq}.snap`)

/** Every snapshot in a folder, of each board the newest first. */
export async function listSnapshots(files: Files, folder: string): Promise<Map<BoardId, number[]>> {
  const boards = new Map<BoardId, number[]>()
  for (const name of await files.list(folder)) {
    const [, board, seq] = NAME.exec(name) ?? []
    if (board) boards.set(board as BoardId, [...(boards.get(board as BoardId) ?? []), Number(seq)])
  }
  for (const seqs of boards.values()) seqs.sort((one, other) => other - one)
  return boards
}

/** Puts a snapshot in place; durable when it resolves. */
export async function writeSnapshot(
  files: Files,
  folder: string,
  board: BoardId,
  { seq, state, meta }: Snapshot,
  chainHash: Buffer,
): Promise<void> {
  const head = Buffer.alloc(HEAD_BYTES)
  const body = Buffer.concat([state, meta])
  MAGIC.copy(head)
  head.writeUInt8(VERSION, 8)
  head.writeUIntLE(seq, SEQ, 6)
  chainHash.copy(head, CHAIN)
  head.writeUInt32LE(state.length, SIZES)
  head.writeUInt32LE(meta.length, SIZES + 4)
  hash('sha256', body, 'buffer').copy(head, DIGEST)
  head.writeUInt32LE(crc32(head.subarray(0, CRC)), CRC)
  await putFile(files, snapshotPath(folder, board, seq), Buffer.concat([head, body]))
}

/** Reads only where the chain goes on after a snapshot; null if its head is damaged. */
export async function readChainHash(
  files: Files,
  folder: string,
  { board, seq }: SnapshotFile,
): Promise<Buffer | null> {
  const head = await readSpan(files, snapshotPath(folder, board, seq), 0, HEAD_BYTES)
  return isSoundHead(head, seq) ? head.subarray(CHAIN, SIZES) : null
}

/** Reads a snapshot; null if any of it is damaged. */
export async function readSnapshot(
  files: Files,
  folder: string,
  { board, seq }: SnapshotFile,
): Promise<Snapshot | null> {
  const bytes = await files.readAll(snapshotPath(folder, board, seq))
  if (!isSoundHead(bytes, seq)) return null
  const body = bytes.subarray(HEAD_BYTES)
  const stateBytes = bytes.readUInt32LE(SIZES)
  if (body.length !== stateBytes + bytes.readUInt32LE(SIZES + 4)) return null
  if (!hash('sha256', body, 'buffer').equals(bytes.subarray(DIGEST, CRC))) return null
  return { seq, state: plainBytes(body.subarray(0, stateBytes)), meta: plainBytes(body.subarray(stateBytes)) }
}

const isSoundHead = (bytes: Buffer, seq: number): boolean =>
  bytes.length >= HEAD_BYTES &&
  bytes.subarray(0, 8).equals(MAGIC) &&
  bytes.readUInt8(8) === VERSION &&
  bytes.readUIntLE(SEQ, 6) === seq &&
  crc32(bytes.subarray(0, CRC)) === bytes.readUInt32LE(CRC)
