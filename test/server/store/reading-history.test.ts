import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BoardStore } from '../../../server/store/board-store.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { expectedTexts, filesUnder, openQuick, segmentsIn, someBoards, textOf, write } from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const limits = { segmentBytes: 600 }
const stateOf = (seq: number) => ({ seq, state: Buffer.from(`state ${seq}`), meta: Buffer.from('{}') })

async function read(store: BoardStore, board: BoardId, from = 1, to?: number): Promise<string[]> {
  const texts: string[] = []
  for await (const records of store.records(board, from, to))
    texts.push(...records.map(({ update }) => Buffer.from(update).toString()))
  return texts
}

/** Two boards, most of whose segments are retired. */
async function aLongStory() {
  const folder = await aFolder()
  const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
  const { store } = await openQuick(folder, { limits })
  for (let nth = 1; nth <= 24; nth++) {
    await write(store, board, nth)
    await write(store, other, nth)
    if (nth % 8 !== 0) continue
    await store.snapshot(board, stateOf(nth))
    await store.snapshot(other, stateOf(nth))
  }
  return { folder, board, other, store }
}

it('[SYNC-93] records are read across retired segments, at once, after a restart and without what was derived', async () => {
  const { folder, board, other, store } = await aLongStory()
  expect((await readdir(join(folder, 'history'))).length).toBeGreaterThan(4)
  expect(await read(store, board)).toEqual(expectedTexts(board, 24))
  await write(store, board, 25)
  expect(await read(store, board, 11)).toEqual(expectedTexts(board, 25).slice(10))
  await store.close()

  const derived = join(folder, 'index')
  expect((await readdir(derived)).length).toBeGreaterThan(4)
  for (const spoil of [
    () => Promise.resolve(),
    () => rm(derived, { recursive: true }),
    async () => {
      for (const name of await readdir(derived)) await writeFile(join(derived, name), '{"format":1,"end":')
    },
  ]) {
    await spoil()
    const again = await openQuick(folder, { limits })
    expect(await read(again.store, board)).toEqual(expectedTexts(board, 25))
    expect(await read(again.store, other, 3, 20)).toEqual(expectedTexts(other, 20).slice(2))
    await again.store.close()
  }
})

it('[SYNC-93] what retires between two parts is still read', async () => {
  const { board, other, store } = await aLongStory()
  for (let nth = 25; nth <= 1300; nth++) void write(store, board, nth)
  await write(store, other, 25)
  let parts = 0
  const texts: string[] = []
  for await (const records of store.records(board, 1)) {
    texts.push(...records.map(({ update }) => Buffer.from(update).toString()))
    parts++
    await store.snapshot(board, stateOf(1300))
    await store.snapshot(other, stateOf(25))
  }
  expect(parts).toBeGreaterThan(2)
  expect(texts).toEqual(expectedTexts(board, 1300))
  await store.close()
})

it('[SYNC-93] a history that was moved away is where the story begins later; a hole in it is damage', async () => {
  const { folder, board, store } = await aLongStory()
  await store.close()
  const retired = (await readdir(join(folder, 'history'))).sort()
  await rm(join(folder, 'history', retired[0] ?? ''))
  const without = await openQuick(folder, { limits })
  const texts = await read(without.store, board)
  expect(texts.length).toBeLessThan(24)
  expect(texts).toEqual(expectedTexts(board, 24).slice(-texts.length))
  await without.store.close()

  const third = join(folder, 'history', retired[2] ?? '')
  const bytes = await readFile(third)
  const at = bytes.indexOf(`of ${board}`)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(third, bytes)
  await rm(join(folder, 'index'), { recursive: true })
  const damaged = await openQuick(folder, { limits })
  await expect(read(damaged.store, board)).rejects.toThrow(/is missing/)
  await damaged.store.close()
})

it('[SYNC-54] an erased board is gone from what is derived too, and the others are read as before', async () => {
  const { folder, board, other, store } = await aLongStory()
  expect(await read(store, board)).toHaveLength(24)
  await store.erase(board)
  expect(await read(store, board)).toEqual([])
  expect(await read(store, other)).toEqual(expectedTexts(other, 24))
  // As in the log itself, what remains is the mark: the id and the moment.
  for (const [path, bytes] of await filesUnder(join(folder, 'index')))
    expect(JSON.stringify((JSON.parse(bytes.toString()) as { boards: unknown }).boards), path).not.toContain(
      board,
    )
  await write(store, board, 1)
  expect(await read(store, board)).toEqual([textOf(board, 1)])
  await store.close()
  const again = await openQuick(folder, { limits })
  expect(await read(again.store, board)).toEqual([textOf(board, 1)])
  expect(await segmentsIn(folder)).not.toEqual([])
  await again.store.close()
})
