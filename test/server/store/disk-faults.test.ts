import { readFile } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import type { StoreStatus } from '../../../server/store/board-store.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { faultyFiles, systemError, type Call } from './faulty-files.ts'
import { expectedTexts, openQuick, segmentsIn, someBoards, textsOf, write, writeTurns } from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

// A store is opened hundreds of times in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })
const aFolder = quickFolders()
const isLog = ({ path }: Call): boolean => path.includes('.log')

/** A store on a disk that can be told to fail, and the boards written in it. */
async function aFaultyStore(change: { segmentBytes?: number; waitingBytes?: number } = {}) {
  const folder = await aFolder()
  const files = faultyFiles()
  const { store, log } = await openQuick(folder, { files, limits: change })
  const statuses: StoreStatus[] = []
  store.onStatus((status) => statuses.push(status))
  const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
  return { folder, files, store, log, statuses, board, other }
}

const keptIn = async (folder: string, board: BoardId): Promise<string[]> => {
  const { store } = await openQuick(folder)
  const texts = textsOf(await store.load(board))
  await store.close()
  return texts
}

describe('a disk that fails', () => {
  for (const code of ['ENOSPC', 'EIO'] as const)
    it(`[SYNC-70] ${code} at any call: what was confirmed is there, what was not is confirmed without a restart`, async () => {
      for (let k = 1; ; k++) {
        const { folder, files, store, board, other } = await aFaultyStore({ segmentBytes: 300 })
        const before = files.calls.length
        files.fault = ({ nth }) => (nth === before + k ? systemError(code) : null)
        await writeTurns(store, [board, other], 4, 'one by one')
        expect(store.status(), `fault at call ${k}`).toEqual({ kind: 'ready' })
        expect(textsOf(await store.load(board)), `fault at call ${k}`).toEqual(expectedTexts(board, 4))
        await store.close()
        expect(await keptIn(folder, board), `fault at call ${k}`).toEqual(expectedTexts(board, 4))
        expect(await keptIn(folder, other), `fault at call ${k}`).toEqual(expectedTexts(other, 4))
        if (files.calls.length < before + k) break
      }
    })

  it('[SYNC-70] a disk that is full for a while takes everything, once and in order, when space returns', async () => {
    const { folder, files, store, statuses, log, board, other } = await aFaultyStore()
    await write(store, board, 1)
    files.fault = (call) => (isLog(call) ? systemError('ENOSPC') : null)
    const written = [2, 3, 4].flatMap((nth) => [write(store, board, nth), write(store, other, nth - 1)])
    const confirmed: number[] = []
    for (const [nth, promise] of written.entries()) void promise.then(() => confirmed.push(nth))

    // Some tries have failed by now, and nobody was told that anything is safe.
    await vi.waitFor(() =>
      expect(files.calls.filter(({ what }) => what === 'open').length).toBeGreaterThan(4),
    )
    expect(confirmed).toEqual([])
    expect(store.status()).toEqual({ kind: 'degraded', reason: 'no space left on device' })
    expect(textsOf(await store.load(board))).toEqual(expectedTexts(board, 1))

    files.fault = () => null
    await Promise.all(written)
    expect(confirmed).toEqual([0, 1, 2, 3, 4, 5])
    expect(statuses.map(({ kind }) => kind)).toEqual(['degraded', 'ready'])
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info'])
    await store.close()
    expect(await keptIn(folder, board)).toEqual(expectedTexts(board, 4))
    expect(await keptIn(folder, other)).toEqual(expectedTexts(other, 3))
  })

  it('[SYNC-71] after a failed sync the file is never written again, and nothing in it after the last good sync counts', async () => {
    const { folder, files, store, board } = await aFaultyStore()
    await write(store, board, 1)
    let failed = false
    files.fault = (call) => {
      if (failed || call.what !== 'sync' || !isLog(call)) return null
      failed = true
      return systemError('EIO')
    }
    expect(await write(store, board, 2)).toEqual({ seq: 2 })
    await write(store, board, 3)
    const [first = '', second = ''] = await segmentsIn(folder)
    const writes = files.calls.filter(({ what, path }) => what === 'write' && path.startsWith(first))
    // Its head, the record that was confirmed, and the one whose sync failed.
    expect(writes).toHaveLength(3)
    await store.close()

    // The same record stands in both files; only one counts.
    expect((await readFile(first)).includes('record 2 of')).toBe(true)
    expect((await readFile(second)).includes('record 2 of')).toBe(true)
    expect(await keptIn(folder, board)).toEqual(expectedTexts(board, 3))
  })

  it('[SYNC-72] a disk that takes few bytes at a time gets all of them', async () => {
    for (const takesAtMost of [1, 7, 64]) {
      const { folder, files, store, board, other } = await aFaultyStore({ segmentBytes: 500 })
      files.takesAtMost = takesAtMost
      await writeTurns(store, [board, other], 4, 'together')
      await store.snapshot(board, { seq: 2, state: Buffer.alloc(300, 5), meta: Buffer.from('{}') })
      await store.close()
      expect(await keptIn(folder, other)).toEqual(expectedTexts(other, 4))
      expect(await keptIn(folder, board)).toEqual(expectedTexts(board, 4).slice(2))
    }
  })

  it('[SYNC-72] a disk that takes no more bytes is a full disk', async () => {
    const { files, store, board, statuses } = await aFaultyStore()
    files.takesAtMost = 0
    const written = write(store, board, 1)
    await vi.waitFor(() => expect(store.status().kind).toBe('degraded'))
    files.takesAtMost = Infinity
    expect(await written).toEqual({ seq: 1 })
    expect(statuses.at(-1)).toEqual({ kind: 'ready' })
    await store.close()
  })

  it('[SYNC-73] what waits for the disk is bounded: beyond it records are refused and not kept', async () => {
    const { folder, files, store, board } = await aFaultyStore({ waitingBytes: 400 })
    files.fault = (call) => (isLog(call) ? systemError('ENOSPC') : null)
    const all = [1, 2, 3, 4, 5, 6].map((nth) => write(store, board, nth))
    const outcomes = Promise.allSettled(all)
    await expect(all[5]).rejects.toMatchObject({ name: 'StoreRefused' })
    files.fault = () => null
    const kept = (await outcomes).filter(({ status }) => status === 'fulfilled').length
    expect(kept).toBeGreaterThan(0)
    await store.close()
    expect(await keptIn(folder, board)).toEqual(expectedTexts(board, kept))
  })

  it('[SYNC-74] closing on a disk that fails refuses what waits, and does not hang', async () => {
    const { folder, files, store, board } = await aFaultyStore()
    await write(store, board, 1)
    files.fault = (call) => (isLog(call) ? systemError('ENOSPC') : null)
    const waiting = [write(store, board, 2), write(store, board, 3)]
    const outcomes = Promise.allSettled(waiting)
    await store.close()
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { name: 'StoreRefused' } })
    expect((await keptIn(folder, board)).slice(0, 1)).toEqual(expectedTexts(board, 1))
  })

  it('[SYNC-75] a snapshot that cannot be written rejects and changes nothing', async () => {
    for (let k = 1; ; k++) {
      const { folder, files, store, board } = await aFaultyStore()
      await writeTurns(store, [board], 3, 'one by one')
      await store.snapshot(board, { seq: 1, state: Buffer.from('one'), meta: Buffer.from('') })
      const before = files.calls.length
      files.fault = ({ nth }) => (nth === before + k ? systemError('ENOSPC') : null)
      const taken = await store
        .snapshot(board, { seq: 2, state: Buffer.from('two'), meta: Buffer.from('') })
        .then(
          () => true,
          () => false,
        )
      const made = files.calls.length - before
      files.fault = () => null
      await write(store, board, 4)
      await store.close()
      const again = await openQuick(folder)
      const stored = await again.store.load(board)
      await again.store.close()
      const from = stored?.snapshot?.seq ?? 0
      if (taken) expect(from).toBe(2)
      expect(stored?.seq).toBe(4)
      expect(textsOf(stored), `fault at call ${k}`).toEqual(expectedTexts(board, 4).slice(from))
      if (made < k) break
    }
  })
})
