import { readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { BoardRotten } from '../../../server/store/board-store.ts'
import { chainHash, encodeFrame, genesisHash, stampFrame } from '../../../server/store/frame.ts'
import { scanFrames } from '../../../server/store/scan.ts'
import { decodeHead, HEAD_BYTES } from '../../../server/store/segment.ts'
import type { BoardId } from '../../../shared/ids.ts'
import {
  anna,
  expectedTexts,
  openQuick,
  segmentsIn,
  someBoards,
  textsOf,
  write,
  writeTurns,
} from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const TURNS = 3

async function aSmallLog(mode: 'one by one' | 'together') {
  const folder = await aFolder()
  const boards = someBoards(2)
  const { store } = await openQuick(folder)
  await writeTurns(store, boards, TURNS, mode)
  await store.close()
  const [file = ''] = await segmentsIn(folder)
  const bytes = await readFile(file)
  const frames = [...scanFrames(bytes, HEAD_BYTES, decodeHead(bytes)?.salt ?? 0)]
  return { folder, boards, file, bytes, frames }
}

const rotOf = (error: unknown) => (error instanceof BoardRotten ? error.rot : null)

describe('damage in the log', () => {
  for (const mode of ['one by one', 'together'] as const)
    it(`[SYNC-61] one flipped bit at any byte of any record refuses that board, with file and offset, and only that board (${mode})`, async () => {
      const { folder, boards, file, bytes, frames } = await aSmallLog(mode)
      // Byte by byte where records stand alone; where they share a write, one in three.
      for (let at = HEAD_BYTES; at < bytes.length; at += mode === 'together' ? 3 : 1) {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
        await writeFile(file, damaged)
        const nth = frames.findIndex(({ offset, end }) => offset <= at && at < end)
        const [victim, other] = nth % 2 === 0 ? boards : [boards[1], boards[0]]
        if (!victim || !other) throw new Error('the test has no boards')

        const { store, log } = await openQuick(folder)
        const rot = rotOf(await store.load(victim).catch((error: unknown) => error))
        expect(rot, `byte ${at}`).toMatchObject({ board: victim, file, offset: frames[nth]?.offset })
        expect(textsOf(await store.load(other)), `byte ${at}`).toEqual(expectedTexts(other, TURNS))
        await expect(write(store, victim, 9)).rejects.toBeInstanceOf(BoardRotten)
        expect(log.lines.map(({ level }) => level)).toEqual(['error'])
        expect(store.damage()).toHaveLength(1)
        await store.close()
        expect(await readFile(file), `byte ${at}`).toEqual(damaged)
        for (const added of (await segmentsIn(folder)).slice(1)) await rm(added)
      }
    }, 60_000)

  it('[SYNC-61] one flipped bit in the head of a segment refuses the start, with the file', async () => {
    const { folder, file, bytes } = await aSmallLog('one by one')
    for (let at = 0; at < HEAD_BYTES; at++) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(file, damaged)
      await expect(openQuick(folder), `byte ${at}`).rejects.toMatchObject({
        rot: { board: null, file, offset: 0 },
      })
    }
  })

  it('[SYNC-61] the error says which board, where, and what to do', async () => {
    const { folder, boards, file, bytes, frames } = await aSmallLog('one by one')
    const damaged = Buffer.from(bytes)
    damaged.fill(0xff, (frames[2]?.end ?? 0) - 4, frames[2]?.end)
    await writeFile(file, damaged)
    const { store } = await openQuick(folder)
    await expect(store.load(boards[0] ?? ('' as BoardId))).rejects.toThrow(
      new RegExp(`Board ${boards[0]} .*${file} at byte ${frames[2]?.offset}.*left as it is.*tavolo restore`),
    )
    await store.close()
  })

  it('[SYNC-61] damage that hides how many records it took refuses the start', async () => {
    const { folder, file, bytes, frames } = await aSmallLog('one by one')
    const damaged = Buffer.from(bytes)
    damaged.fill(0xff, frames[1]?.offset, (frames[2]?.offset ?? 0) + 8)
    await writeFile(file, damaged)
    await expect(openQuick(folder)).rejects.toThrow(/log of the boards is damaged/)
    expect(await readFile(file)).toEqual(damaged)
  })

  it('[SYNC-61] two records damaged side by side are told apart', async () => {
    const { folder, boards, file, bytes, frames } = await aSmallLog('one by one')
    const damaged = Buffer.from(bytes)
    for (const nth of [2, 3]) damaged.writeUInt8(0xee, (frames[nth]?.end ?? 0) - 1)
    await writeFile(file, damaged)
    const { store } = await openQuick(folder)
    for (const [nth, board] of boards.entries())
      await expect(store.load(board)).rejects.toMatchObject({
        rot: { board, offset: frames[2 + nth]?.offset },
      })
    await store.close()
  })

  it('[SYNC-61] a record taken out of the middle is missed', async () => {
    const { folder, boards, file, bytes, frames } = await aSmallLog('one by one')
    await writeFile(
      file,
      Buffer.concat([bytes.subarray(0, frames[2]?.offset), bytes.subarray(frames[2]?.end)]),
    )
    const { store } = await openQuick(folder)
    await expect(store.load(boards[0] ?? ('' as BoardId))).rejects.toThrow(/record 3 follows record 1/)
    expect(textsOf(await store.load(boards[1] ?? ('' as BoardId)))).toHaveLength(TURNS)
    await store.close()
  })

  it('[SYNC-61] a missing segment, or one cut short, refuses the start with its name', async () => {
    const folder = await aFolder()
    const { store } = await openQuick(folder, { limits: { segmentBytes: 300 } })
    await writeTurns(store, someBoards(1), 9, 'one by one')
    await store.close()
    const [, second = '', third = ''] = await segmentsIn(folder)

    const bytes = await readFile(second)
    await writeFile(second, bytes.subarray(0, bytes.length - 1))
    await expect(openQuick(folder)).rejects.toMatchObject({ rot: { file: second, offset: bytes.length - 1 } })
    await rm(second)
    await expect(openQuick(folder)).rejects.toMatchObject({ rot: { file: third } })
  })

  it('[SYNC-62] damage that comes while the server runs is seen when the board is opened', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId] = someBoards(1)
    const { store } = await openQuick(folder)
    await writeTurns(store, [board], 3, 'one by one')
    const [file = ''] = await segmentsIn(folder)
    const bytes = await readFile(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    await writeFile(file, bytes)
    await expect(store.load(board)).rejects.toMatchObject({ name: 'BoardRotten', rot: { board, file } })
    await store.close()
  })

  it('[SYNC-63] bytes that a user sends cannot pass for a record', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
    const { store } = await openQuick(folder)
    const content = {
      kind: 'update',
      board: other,
      actor: anna,
      timeMs: 1,
      payload: Buffer.from('forged'),
    } as const
    const forged = encodeFrame({ ...content, seq: 1, prevHash: genesisHash(other) })
    stampFrame(forged, 900, 900, 0)
    expect(chainHash(forged)).toHaveLength(32)
    await write(store, board, 1)
    await store.append({
      board,
      actor: anna,
      timeMs: 1,
      update: Buffer.concat([Buffer.alloc(40, 1), forged]),
    })
    await store.close()

    const [file = ''] = await segmentsIn(folder)
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length - 1))
    const again = await openQuick(folder)
    expect(await again.store.load(other)).toBeNull()
    expect(textsOf(await again.store.load(board))).toEqual(expectedTexts(board, 1))
    await again.store.close()
  })
})
