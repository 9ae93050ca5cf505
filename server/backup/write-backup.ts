import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { ABOUT, aboutText, END_BYTES, roomOf, SUMS, sumsText, type Summed } from './backup-file.ts'
import { encodeHeader, paddingOf } from './tar.ts'

/** A file as it was at the moment of the backup: its first `bytes` bytes. */
export interface Member {
  readonly path: string
  readonly bytes: number
  /** In memory, or the address of a file that nobody changes up to there. */
  readonly content: Uint8Array | string
}

/** A data folder held still. */
export interface Frozen {
  readonly createdAt: string
  readonly members: readonly Member[]
  release(): Promise<void>
}

const CHUNK = 256 * 1024

/** How long the archive will be, to the byte. */
export function backupBytes({ members, createdAt }: Frozen): number {
  const all = [aboutOf(createdAt), ...members]
  const sums = sumsText(all.map(({ path }) => ({ path, sha256: '0'.repeat(64) }))).length
  return all.reduce((total, { bytes }) => total + roomOf(bytes), 0) + roomOf(sums) + END_BYTES
}

/** The archive, a piece at a time: a large store is never in memory whole. Throws if a file is shorter than it was. */
export async function* writeBackup({ members, createdAt }: Frozen): AsyncGenerator<Uint8Array> {
  const sums: Summed[] = []
  for (const member of [aboutOf(createdAt), ...members]) {
    const hash = createHash('sha256')
    yield encodeHeader(member)
    for await (const piece of piecesOf(member)) {
      hash.update(piece)
      yield piece
    }
    yield Buffer.alloc(paddingOf(member.bytes))
    sums.push({ path: member.path, sha256: hash.digest('hex') })
  }
  const last = Buffer.from(sumsText(sums))
  yield encodeHeader({ path: SUMS, bytes: last.length })
  yield last
  yield Buffer.alloc(paddingOf(last.length) + END_BYTES)
}

function aboutOf(createdAt: string): Member {
  const content = Buffer.from(aboutText(createdAt))
  return { path: ABOUT, bytes: content.length, content }
}

async function* piecesOf({ path, bytes, content }: Member): AsyncGenerator<Uint8Array> {
  if (typeof content !== 'string') return yield content
  const file = await open(content, 'r')
  try {
    for (let done = 0; done < bytes;) {
      const piece = Buffer.alloc(Math.min(CHUNK, bytes - done))
      const { bytesRead } = await file.read(piece, 0, piece.length, done)
      if (bytesRead === 0) throw new Error(`${path} ends at byte ${done} of ${bytes}`)
      yield piece.subarray(0, bytesRead)
      done += bytesRead
    }
  } finally {
    await file.close()
  }
}
