import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { snapshotPath } from '../../../server/store/snapshots.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { faultyFiles, systemError } from './faulty-files.ts'
import {
  expectedTexts,
  filesUnder,
  openQuick,
  segmentsIn,
  someBoards,
  textOf,
  textsOf,
  write,
  writeTurns,
} from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

// A store is opened hundreds of times in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })
const aFolder = quickFolders()
const limits = { segmentBytes: 300 }
const stateOf = (seq: number) => ({ seq, state: Buffer.from(`state ${seq}`), meta: Buffer.from('{}') })

/** A board whose first records are in the history, with two snapshots. */
async function aLongStory() {
  const folder = await aFolder()
  const [board = '' as BoardId] = someBoards(1)
  const { store } = await openQuick(folder, { limits })
  for (let nth = 1; nth <= 12; nth++) {
    await write(store, board, nth)
    if (nth === 6 || nth === 10) await store.snapshot(board, stateOf(nth))
  }
  await store.close()
  return { folder, board, snapshots: join(folder, 'snapshots') }
}

const flip = async (path: string, at: number): Promise<void> => {
  const bytes = await readFile(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
  await writeFile(path, bytes)
}

describe('retired segments and snapshots', () => {
  it('[SYNC-64] segments that snapshots stand for go to the history, and none of their bytes is lost', async () => {
    const { folder, board } = await aLongStory()
    expect((await readdir(join(folder, 'history'))).length).toBeGreaterThan(2)
    expect((await segmentsIn(folder)).length).toBeLessThan(4)
    const all = Buffer.concat([...(await filesUnder(folder)).values()])
    for (const text of expectedTexts(board, 12)) expect(all.includes(text)).toBe(true)

    const { store } = await openQuick(folder, { limits })
    expect(await store.load(board)).toMatchObject({ seq: 12, snapshot: { seq: 10 } })
    expect(await write(store, board, 13)).toEqual({ seq: 13 })
    await store.close()
  })

  it('[SYNC-64] a segment stays as long as one board in it has no newer snapshot', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
    const { store } = await openQuick(folder, { limits })
    await write(store, other, 1)
    await writeTurns(store, [board], 8, 'one by one')
    await store.snapshot(board, stateOf(8))
    expect(await readdir(join(folder, 'history'))).toEqual([])
    expect(store.behind()).toEqual([other])
    await store.snapshot(other, stateOf(1))
    expect(await readdir(join(folder, 'history'))).not.toEqual([])
    expect(store.behind()).toEqual([])
    await store.close()
  })

  it('[SYNC-65] two snapshots of a board are kept', async () => {
    const { folder, board, snapshots } = await aLongStory()
    const { store } = await openQuick(folder, { limits })
    await store.snapshot(board, stateOf(12))
    await store.close()
    expect(await readdir(snapshots)).toEqual([`${board}.10.snap`, `${board}.12.snap`])
  })

  it('[SYNC-65] one flipped bit at any byte of the newest snapshot is seen, and the board is read from what is before it', async () => {
    const { folder, board, snapshots } = await aLongStory()
    const path = snapshotPath(snapshots, board, 10)
    const { length } = await readFile(path)
    for (let at = 0; at < length; at++) {
      await flip(path, at)
      const { store, log } = await openQuick(folder, { limits })
      const stored = await store.load(board)
      expect(stored, `byte ${at}`).toMatchObject({ seq: 12, snapshot: { seq: 6 } })
      expect(textsOf(stored), `byte ${at}`).toEqual(expectedTexts(board, 12).slice(6))
      expect(log.lines.some(({ level, message }) => level === 'warn' && message.includes('snapshot'))).toBe(
        true,
      )
      await store.close()
      await flip(path, at)
    }
  })

  it('[SYNC-65] with both snapshots damaged the board is read from its whole story', async () => {
    const { folder, board, snapshots } = await aLongStory()
    for (const seq of [6, 10]) await flip(snapshotPath(snapshots, board, seq), 20)
    const { store } = await openQuick(folder, { limits })
    expect(textsOf(await store.load(board))).toEqual(expectedTexts(board, 12))
    expect(await write(store, board, 13)).toEqual({ seq: 13 })
    await store.snapshot(board, stateOf(13))
    expect(await store.load(board)).toMatchObject({ seq: 13, records: [] })
    await store.close()
  })

  it('[SYNC-65] a board whose records are all in the history goes on after its snapshots were damaged', async () => {
    const { folder, board, snapshots } = await aLongStory()
    const filler = someBoards(1)
    const before = await openQuick(folder, { limits })
    await before.store.snapshot(board, stateOf(12))
    await writeTurns(before.store, filler, 4, 'one by one')
    await before.store.snapshot(board, stateOf(12))
    await before.store.close()
    expect((await readFile((await segmentsIn(folder))[0] ?? '')).includes(board)).toBe(false)

    for (const seq of [10, 12]) await flip(snapshotPath(snapshots, board, seq), 20)
    const { store } = await openQuick(folder, { limits })
    expect(textsOf(await store.load(board))).toEqual(expectedTexts(board, 12))
    expect(await write(store, board, 13)).toEqual({ seq: 13 })
    await store.close()
    const again = await openQuick(folder, { limits })
    expect(textsOf(await again.store.load(board))).toEqual(expectedTexts(board, 13))
    await again.store.close()
  })

  it('[SYNC-65] damaged snapshots without the history refuse the board, and only it', async () => {
    const { folder, board, snapshots } = await aLongStory()
    for (const seq of [6, 10]) await flip(snapshotPath(snapshots, board, seq), 20)
    const [oldest = ''] = await readdir(join(folder, 'history'))
    await writeFile(
      join(folder, 'history', oldest),
      (await readFile(join(folder, 'history', oldest))).subarray(0, 40),
    )
    const { store } = await openQuick(folder, { limits })
    await expect(store.load(board)).rejects.toThrow(new RegExp(`Board ${board} is damaged`))
    const [other = '' as BoardId] = someBoards(1)
    expect(await write(store, other, 1)).toEqual({ seq: 1 })
    await store.close()
  })

  it('[SYNC-61] damage that a newer snapshot stands for does not keep the board shut', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId] = someBoards(1)
    const { store } = await openQuick(folder)
    await writeTurns(store, [board], 4, 'one by one')
    await store.snapshot(board, stateOf(3))
    await store.close()
    const [file = ''] = await segmentsIn(folder)
    await flip(file, (await readFile(file)).indexOf(textOf(board, 2)))
    const again = await openQuick(folder)
    expect(await again.store.load(board)).toMatchObject({ seq: 4, snapshot: { seq: 3 } })
    expect(again.log.lines).toMatchObject([{ level: 'warn', details: { board, file } }])
    await again.store.close()
  })
})

describe('erasing a board', () => {
  it('[SYNC-54] leaves none of its bytes in log, history or snapshots', async () => {
    const { folder, board } = await aLongStory()
    const others = someBoards(2)
    const { store } = await openQuick(folder, { limits })
    await writeTurns(store, [...others], 4, 'one by one')
    await write(store, board, 13)
    await store.erase(board)
    for (const [path, bytes] of await filesUnder(folder)) {
      expect(bytes.includes(`of ${board}`), path).toBe(false)
      expect(bytes.includes('state '), path).toBe(false)
      expect(path).not.toContain(board)
    }
    for (const other of others) expect(textsOf(await store.load(other))).toEqual(expectedTexts(other, 4))
    await store.close()
    const again = await openQuick(folder, { limits })
    for (const other of others)
      expect(textsOf(await again.store.load(other))).toEqual(expectedTexts(other, 4))
    await again.store.close()
  })

  it('[SYNC-54] that fails midway is seen at once, and is finished at the next start', async () => {
    for (let k = 1; ; k++) {
      const { folder, board } = await aLongStory()
      const files = faultyFiles()
      const { store } = await openQuick(folder, { limits, files })
      const [other = '' as BoardId] = someBoards(1)
      await writeTurns(store, [other], 3, 'one by one')
      const before = files.calls.length
      files.fault = ({ nth }) => (nth === before + k ? systemError('EIO') : null)
      await store.erase(board).catch(() => undefined)
      const made = files.calls.length - before
      expect(await store.load(board), `fault at call ${k}`).toBeNull()
      expect(textsOf(await store.load(other)), `fault at call ${k}`).toEqual(expectedTexts(other, 3))
      files.fault = () => null
      await store.close()

      const again = await openQuick(folder, { limits })
      expect(await again.store.load(board), `fault at call ${k}`).toBeNull()
      expect(textsOf(await again.store.load(other)), `fault at call ${k}`).toEqual(expectedTexts(other, 3))
      for (const [path, bytes] of await filesUnder(folder))
        expect(bytes.includes(`of ${board}`), `fault at call ${k}: ${path}`).toBe(false)
      await again.store.close()
      if (made < k) break
    }
  })

  it('[SYNC-54] of damaged data is possible', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
    const { store } = await openQuick(folder)
    await writeTurns(store, [board, other], 2, 'one by one')
    await store.close()
    const [file = ''] = await segmentsIn(folder)
    await flip(file, (await readFile(file)).indexOf(textOf(board, 1)))

    const again = await openQuick(folder)
    await again.store.erase(board)
    expect(await again.store.load(board)).toBeNull()
    expect(await write(again.store, board, 1)).toEqual({ seq: 1 })
    await again.store.close()
    const { store: third } = await openQuick(folder)
    expect(textsOf(await third.load(board))).toEqual(expectedTexts(board, 1))
    expect(textsOf(await third.load(other))).toEqual(expectedTexts(other, 2))
    await third.close()
  })
})
