import { readFile, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { scanFrames } from '../../../server/store/scan.ts'
import { decodeHead, HEAD_BYTES } from '../../../server/store/segment.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { expectedTexts, openQuick, segmentsIn, someBoards, textsOf, write, writeTurns } from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

// A store is opened hundreds of times in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })
const aFolder = quickFolders()
const TURNS = 3

/** A log of two boards written one record at a time: its bytes, and where its frames end. */
async function aSmallLog(mode: 'one by one' | 'together' = 'one by one') {
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

const recordsKept = async (folder: string, boards: readonly BoardId[]) => {
  const { store, log } = await openQuick(folder)
  const kept = await Promise.all(boards.map(async (board) => textsOf(await store.load(board))))
  await store.close()
  return { kept, log }
}

describe('a torn end of the log', () => {
  let small: Awaited<ReturnType<typeof aSmallLog>>
  beforeEach(async () => {
    small = await aSmallLog()
  })

  it('[SYNC-60] cut at every byte loses only the record it was cut in, and is told', async () => {
    const { folder, boards, file, bytes, frames } = small
    for (let cut = HEAD_BYTES; cut < bytes.length; cut++) {
      await writeFile(file, bytes.subarray(0, cut))
      const whole = frames.filter(({ end }) => end <= cut).length
      const { kept, log } = await recordsKept(folder, boards)

      expect(kept[0], `cut at ${cut}`).toEqual(expectedTexts(boards[0] ?? fail(), Math.ceil(whole / 2)))
      expect(kept[1], `cut at ${cut}`).toEqual(expectedTexts(boards[1] ?? fail(), Math.floor(whole / 2)))
      const sound = whole === 0 ? HEAD_BYTES : frames[whole - 1]?.end
      const told = log.lines.filter(({ level }) => level === 'warn').map(({ details }) => details)
      expect(told, `cut at ${cut}`).toEqual(
        sound === cut ? [] : [{ event: 'store.tornTail', file, offset: sound, bytes: cut - (sound ?? 0) }],
      )
      expect(await readFile(file)).toEqual(bytes.subarray(0, sound))
    }
  })

  it('[SYNC-60] is written on after, and the numbers go on', async () => {
    const { folder, boards, file, bytes } = small
    const [board = fail()] = boards
    await writeFile(file, bytes.subarray(0, bytes.length - 3))
    const { store } = await openQuick(folder)
    expect(await write(store, board, 4)).toEqual({ seq: 4 })
    await store.close()
    expect((await recordsKept(folder, boards)).kept[0]).toEqual(expectedTexts(board, 4))
  })

  it('[SYNC-60] with sectors that the system never wrote is cut off as well', async () => {
    const folder = await aFolder()
    const [board = fail()] = someBoards(1)
    const { store } = await openQuick(folder)
    await write(store, board, 1)
    // One write of three records, the middle one large enough to hold a sector of its own.
    const update = Buffer.alloc(3000, 7)
    await Promise.all([
      write(store, board, 2),
      store.append({ board, actor: 'server', timeMs: 1, update }),
      write(store, board, 4),
    ])
    await store.close()
    const [file = ''] = await segmentsIn(folder)
    const bytes = await readFile(file)
    bytes.fill(0, 1024, 1536)
    await writeFile(file, bytes)

    const { kept, log } = await recordsKept(folder, [board])
    expect(kept[0]).toEqual(expectedTexts(board, 2))
    expect(log.lines).toMatchObject([{ level: 'warn', details: { file } }])
  })

  it('[SYNC-61] the same zeros before a later write are rot, because that record was confirmed', async () => {
    const folder = await aFolder()
    const [board = fail()] = someBoards(1)
    const { store } = await openQuick(folder)
    await store.append({ board, actor: 'server', timeMs: 1, update: Buffer.alloc(3000, 7) })
    await write(store, board, 2)
    await store.close()
    const [file = ''] = await segmentsIn(folder)
    const bytes = await readFile(file)
    bytes.fill(0, 1024, 1536)
    await writeFile(file, bytes)

    const again = await openQuick(folder)
    await expect(again.store.load(board)).rejects.toMatchObject({
      name: 'BoardRotten',
      rot: { board, file, offset: HEAD_BYTES },
    })
    await again.store.close()
    expect(await readFile(file)).toEqual(bytes)
  })
})

const fail = (): never => {
  throw new Error('the test has no board')
}
