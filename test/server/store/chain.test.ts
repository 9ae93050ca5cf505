import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../../server/store/files.ts'
import { makeFolders } from '../../../server/store/log-folders.ts'
import { recordsInLog } from '../../../server/store/records-in-log.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { faultyFiles } from './faulty-files.ts'
import { openQuick, someBoards, writeTurns } from './small-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** As `docs/sync.md` says it, with nothing of the store's own code. */
function chained(
  seq: number,
  timeMs: number,
  names: readonly string[],
  prevHash: Buffer,
  payload: Buffer,
): Buffer {
  const head = Buffer.alloc(14)
  head.writeBigUInt64LE(BigInt(seq))
  head.writeUIntLE(timeMs, 8, 6)
  const texts = names.map((name) => Buffer.concat([Buffer.of(Buffer.byteLength(name)), Buffer.from(name)]))
  return sha256(head, ...texts, prevHash, sha256(payload))
}

describe('the chain of a board', () => {
  it('[SYNC-66] can be followed from its first record, over segments, history and restarts, by what the document says', async () => {
    const folder = await aFolder()
    const [board = '' as BoardId, other = '' as BoardId] = someBoards(2)
    const limits = { segmentBytes: 400 }
    for (let start = 0; start < 3; start++) {
      const { store } = await openQuick(folder, { limits })
      await writeTurns(store, [board, other], 3, start === 1 ? 'together' : 'one by one')
      const seq = (await store.load(board))?.seq ?? 0
      const whole = { seq: seq - 1, state: Buffer.from('state'), meta: Buffer.from('{}') }
      await store.snapshot(board, whole)
      await store.snapshot(other, whole)
      await store.close()
    }

    const folders = await makeFolders(diskFiles, folder)
    expect((await diskFiles.list(folders.history)).length).toBeGreaterThan(0)
    for (const one of [board, other]) {
      const records = await recordsInLog(diskFiles, folders, one)
      expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      let expected = sha256(`tavolo board ${one}`)
      for (const { seq, frame } of records) {
        expect(Buffer.from(frame.prevHash).equals(expected), `record ${seq}`).toBe(true)
        expected = chained(seq, frame.timeMs, [one, frame.actor], expected, Buffer.from(frame.payload))
      }
    }
  })
})

describe('writing together', () => {
  it('[SYNC-57] many records share a write and a sync; one alone does not wait for others', async () => {
    const folder = await aFolder()
    const files = faultyFiles()
    const { store } = await openQuick(folder, { files, limits: { gatherMs: 5 } })
    const boards = someBoards(50)
    const syncs = () => files.calls.filter(({ what }) => what === 'sync').length

    const before = syncs()
    await writeTurns(store, boards, 1, 'one by one')
    expect(syncs() - before).toBe(50)
    await writeTurns(store, boards, 10, 'together')
    expect(syncs() - before - 50).toBeLessThanOrEqual(3)
    await store.close()
  })
})
