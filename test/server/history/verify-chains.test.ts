import { execFile } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followChain } from '../../../server/history/follow-chain.ts'
import { openData } from '../../../server/store/data-folder.ts'
import { openLogStore } from '../../../server/store/log-store.ts'
import { decodeHead, HEAD_BYTES } from '../../../server/store/segment.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'
import { temporaryFolder } from '../running.ts'
import { notedLog } from '../store/noted-log.ts'

const SCRIPT = fileURLToPath(new URL('../../../docs/verify-chain.mjs', import.meta.url))
const [good, other] = ['good-board', 'other-board'] as [BoardId, BoardId]
const anna = 'annaparticip' as ParticipantId

let folder: { path: string; remove: () => Promise<void> }
let data: string

const open = (path: string) =>
  openLogStore({ folder: join(path, 'boards'), log: notedLog(), limits: { segmentBytes: 800, gatherMs: 0 } })

beforeAll(async () => {
  folder = await temporaryFolder()
  data = join(folder.path, 'data')
  await cp(dirname(SCRIPT), join(data, 'unused'), { recursive: true })
  await rm(join(data, 'unused'), { recursive: true })
  const store = await open(data)
  for (let nth = 1; nth <= 30; nth++)
    for (const board of [good, other]) {
      await store.append({
        board,
        actor: anna,
        timeMs: 1000 + nth,
        update: Buffer.from(`record ${nth} of ${board}`),
      })
      if (nth % 10 === 0 && nth < 30)
        await store.snapshot(board, { seq: nth, state: Buffer.from('state'), meta: Buffer.from('{}') })
    }
  await store.close()
})
afterAll(() => folder.remove())

const script = (path: string): Promise<{ code: number; out: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [SCRIPT, path], (error, out) =>
      resolve({ code: error ? Number(error.code) : 0, out }),
    ),
  )

async function ours(path: string): Promise<string[]> {
  const store = await open(path)
  try {
    return (await store.verify(new Map())).faults.map(({ board, seq }) => `${board} ${seq}`)
  } finally {
    await store.close()
  }
}

/** A copy of the data in which somebody with a hex editor and the source was at work: the checksums are right. */
async function tampered(change: (frames: Buffer[], nth: number) => Buffer[]): Promise<string> {
  const copy = join(folder.path, `copy-${Math.random().toString(36).slice(2)}`)
  await cp(data, copy, { recursive: true })
  for (const sub of ['history', 'log'])
    for (const name of await readdir(join(copy, 'boards', sub))) {
      const path = join(copy, 'boards', sub, name)
      const bytes = await readFile(path)
      const nth = frameWith(bytes, `record 5 of ${good}`)
      if (nth < 0) continue
      const { number, salt, previousLength } = decodeHead(bytes) ?? { number: 0, salt: 0, previousLength: 0 }
      const frames = change(framesOf(bytes), nth).map((frame) => sealed(frame, salt))
      const body = Buffer.concat(frames)
      const { encodeHead } = await import('../../../server/store/segment.ts')
      const head = encodeHead({ number, salt, previousLength, ownLength: HEAD_BYTES + body.length })
      await writeFile(path, Buffer.concat([head, body]))
      return copy
    }
  throw new Error('record 5 is nowhere')
}

function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = HEAD_BYTES; at < bytes.length; at += 8 + bytes.readUInt32LE(at))
    frames.push(Buffer.from(bytes.subarray(at, at + 8 + bytes.readUInt32LE(at))))
  return frames
}

const frameWith = (bytes: Buffer, text: string): number =>
  framesOf(bytes).findIndex((frame) => frame.subarray(-text.length).toString() === text)

function sealed(frame: Buffer, salt: number): Buffer {
  frame.writeUInt32LE(crc32(frame.subarray(8), salt), 4)
  return frame
}

function edited(frame: Buffer | undefined, from: string, to: string): Buffer {
  const copy = Buffer.from(frame ?? [])
  copy.write(to, copy.indexOf(from))
  return copy
}

/** The numbers that order the log go up in the order of the file, as a careful hand would see to. */
function renumbered(frames: Buffer[]): Buffer[] {
  const numbers = frames.map((frame) => frame.readUIntLE(10, 6)).sort((a, b) => a - b)
  frames.forEach((frame, nth) => frame.writeUIntLE(numbers[nth] ?? 0, 10, 6))
  return frames
}

describe('the chain of every board, from outside and from inside', () => {
  it('[SYNC-97] holds on a folder as the server left it, over log, history and snapshots', async () => {
    expect((await readdir(join(data, 'boards', 'history'))).length).toBeGreaterThan(2)
    const { code, out } = await script(data)
    expect(out).toMatch(/good-board: records 1 to 30, SHA-256 [0-9a-f]{64}/)
    expect(out).toMatch(/2 boards, 0 faults/)
    expect(code).toBe(0)
    expect(await ours(data)).toEqual([])
  })

  it.each<[string, (frames: Buffer[], nth: number) => Buffer[], RegExp]>([
    [
      'changed text',
      (frames, nth) => frames.with(nth, edited(frames[nth], 'record 5', 'record X')),
      /NO good-board record 6/,
    ],
    [
      'removed record',
      (frames, nth) => frames.toSpliced(nth, 1),
      /NO good-board record 6: it comes after record 4/,
    ],
    [
      'forged author',
      (frames, nth) => frames.with(nth, edited(frames[nth], anna, 'evilparticip')),
      /NO good-board record 6/,
    ],
    [
      'changed time',
      (frames, nth) => {
        const copy = Buffer.from(frames[nth] ?? [])
        copy.writeUIntLE(999_999, 34, 6)
        return frames.with(nth, copy)
      },
      /NO good-board record 6/,
    ],
    [
      'added record',
      (frames, nth) => {
        const copy = Buffer.from(frames[nth] ?? [])
        return renumbered(frames.toSpliced(nth, 0, copy))
      },
      /NO good-board record 5: it comes after record 5/,
    ],
    [
      'reordered records',
      (frames, nth) => {
        const next = frames.findIndex((frame, at) => at > nth && frame.includes(good))
        const [one, two] = [frames[nth], frames[next]]
        if (next < 0 || !one || !two) throw new Error('the next record is in another segment')
        return renumbered(frames.with(nth, two).with(next, one))
      },
      /NO good-board record 6: it comes after record 4/,
    ],
  ])('[SYNC-97] %s: both say which board and which record', async (_what, change, expected) => {
    const copy = await tampered(change)
    const { code, out } = await script(copy)
    expect(out).toMatch(expected)
    expect(out).not.toMatch(/NO other-board/)
    expect(code).toBe(1)
    const faults = await ours(copy)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every((fault) => fault.startsWith(good))).toBe(true)
    const opened = await openData(copy, { log: notedLog() })
    try {
      const followed = await followChain(opened, good)
      const [fault] = followed?.unsound ?? []
      expect(fault).toMatchObject({ kind: 'record' })
      // A record that does not fit the one before: which of the two was changed nobody can tell.
      expect([5, 6]).toContain(fault?.kind === 'record' && fault.seq)
      expect(await followChain(opened, other)).toMatchObject({ first: 1, last: 30, unsound: [] })
    } finally {
      await opened.close()
    }
  })

  it('[SYNC-97] a record that a snapshot no longer fits', async () => {
    const copy = join(folder.path, 'shot')
    await cp(data, copy, { recursive: true })
    const shots = join(copy, 'boards', 'snapshots')
    const [name = ''] = (await readdir(shots)).filter((one) => one.startsWith(good))
    const bytes = await readFile(join(shots, name))
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
    await writeFile(join(shots, name), bytes)
    expect((await script(copy)).out).toMatch(/NO good-board record \d+: the snapshot/)
  })
})
