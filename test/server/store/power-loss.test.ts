import { describe, expect, it } from 'vitest'
import type { BoardId } from '../../../shared/ids.ts'
import { forgetfulFiles, type Luck } from './forgetful-files.ts'
import { anna, openQuick, someBoards, textOf } from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const TURNS = 5

/** What a person was told is safe. */
interface Told {
  readonly records: Map<BoardId, number>
  readonly erased: Set<BoardId>
}

const update = (board: BoardId, nth: number): Buffer => Buffer.alloc(200 + nth, textOf(board, nth))

/** An afternoon of a small server: writing, snapshots, segments that fill, one board erased. */
async function anAfternoon(folder: string, luck: Luck, cutAt: number, boards: readonly BoardId[]) {
  const told: Told = { records: new Map(), erased: new Set() }
  const cuts: { readonly told: Told; readonly save: (folder: string) => Promise<void> }[] = []
  const files = forgetfulFiles(folder, luck, (calls) => {
    if (calls !== cutAt) return
    cuts.push({ told: { records: new Map(told.records), erased: new Set(told.erased) }, save: files.cut() })
  })

  const { store } = await openQuick(folder, { files, limits: { segmentBytes: 1500, batchFrames: 4 } })
  const [gone] = boards
  for (let nth = 1; nth <= TURNS; nth++) {
    const writes = boards.map(async (board) => {
      if (board === gone && nth > 3) return
      const { seq } = await store.append({ board, actor: anna, timeMs: nth, update: update(board, nth) })
      told.records.set(board, seq)
    })
    await Promise.all(writes)
    for (const board of boards)
      if (nth % 2 === 0 && !told.erased.has(board))
        await store.snapshot(board, { seq: nth, state: Buffer.from(`state ${nth}`), meta: Buffer.from('{}') })
    if (nth === 3 && gone) {
      told.records.delete(gone)
      await store.erase(gone)
      told.erased.add(gone)
    }
  }
  await store.close()
  return cuts[0]
}

describe('a power cut', () => {
  for (const luck of ['nothing', 'half', 'everything'] as const)
    it(`[SYNC-76] at any call loses nothing that was confirmed (of what was not synced, ${luck} is left)`, async () => {
      for (let k = 1; ; k++) {
        const boards = someBoards(3)
        const cut = await anAfternoon(await aFolder(), luck, k, boards)
        if (!cut) {
          expect(k).toBeGreaterThan(40)
          break
        }
        const image = await aFolder()
        await cut.save(image)
        const { store } = await openQuick(image)
        for (const board of boards) {
          const stored = await store.load(board)
          if (cut.told.erased.has(board)) expect(stored, `cut at ${k}`).toBeNull()
          const from = stored?.snapshot?.seq ?? 0
          expect(stored?.seq ?? 0, `cut at ${k}`).toBeGreaterThanOrEqual(cut.told.records.get(board) ?? 0)
          expect(stored?.records.map(({ seq }) => seq) ?? [], `cut at ${k}`).toEqual(
            Array.from({ length: (stored?.seq ?? 0) - from }, (_, nth) => from + nth + 1),
          )
          for (const record of stored?.records ?? [])
            expect(Buffer.from(record.update).equals(update(board, record.seq)), `cut at ${k}`).toBe(true)
          if (stored?.snapshot) expect(Buffer.from(stored.snapshot.state).toString()).toBe(`state ${from}`)
        }
        // And work goes on.
        const [, board = '' as BoardId] = boards
        const before = (await store.load(board))?.seq ?? 0
        expect(
          await store.append({ board, actor: anna, timeMs: 9, update: update(board, before + 1) }),
        ).toEqual({
          seq: before + 1,
        })
        await store.close()
      }
    }, 60_000)
})
