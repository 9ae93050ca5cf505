import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardStore, ChainedRecord, NewRecord } from '../../server/store/board-store.ts'
import { genesisHash, hashOfRecord } from '../../server/store/frame.ts'
import { newId, type BoardId, type ParticipantId } from '../../shared/ids.ts'

/** What an engine brings to be tested: a place of its own, opened as often as wished. */
export interface StorePlace {
  /** Opens the store on what was kept so far; called again after `close` it plays a restart. */
  open(): Promise<BoardStore>
  dispose(): Promise<void>
}

const anna = 'annaparticip' as ParticipantId
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

function aRecord(board: BoardId, mark: number, change: Partial<NewRecord> = {}): NewRecord {
  return {
    board,
    actor: anna,
    timeMs: 1_700_000_000_000 + mark,
    update: bytes(mark & 255, mark >> 8),
    ...change,
  }
}

const marksOf = (records: readonly { update: Uint8Array }[]): number[] =>
  records.map(({ update }) => (update[0] ?? 0) + ((update[1] ?? 0) << 8))

/** The promises of `BoardStore`, run on every engine. */
export function testsOfBoardStore(engine: string, aPlace: () => Promise<StorePlace>): void {
  describe(`board store: ${engine}`, () => {
    let place: StorePlace
    let store: BoardStore
    let board: BoardId

    beforeEach(async () => {
      place = await aPlace()
      store = await place.open()
      board = newId()
    })
    afterEach(async () => {
      await store.close()
      await place.dispose()
    })

    const reopen = async (): Promise<void> => {
      await store.close()
      store = await place.open()
    }

    it('[SYNC-50] a board that was never written is null', async () => {
      expect(await store.load(board)).toBeNull()
    })

    it('[SYNC-51] records are numbered from 1 without gaps and come back in the order of the calls', async () => {
      const marks = Array.from({ length: 50 }, (_, mark) => mark)
      const answers = await Promise.all(marks.map((mark) => store.append(aRecord(board, mark))))

      expect(answers.map(({ seq }) => seq)).toEqual(marks.map((mark) => mark + 1))
      const stored = await store.load(board)
      expect(marksOf(stored?.records ?? [])).toEqual(marks)
      expect(stored?.seq).toBe(50)
    })

    it('[SYNC-51] promises of one board are kept in the order of the calls', async () => {
      const order: number[] = []
      await Promise.all(
        [0, 1, 2, 3, 4].map((mark) => store.append(aRecord(board, mark)).then(({ seq }) => order.push(seq))),
      )
      expect(order).toEqual([1, 2, 3, 4, 5])
    })

    it('[SYNC-52] who, when and what of a record survive a restart', async () => {
      const written = aRecord(board, 7, { update: bytes(0, 255, 128), timeMs: 1_772_668_800_123 })
      await store.append(written)
      await store.append(aRecord(board, 8, { actor: 'server', update: bytes() }))
      await reopen()

      const stored = await store.load(board)
      expect(stored?.records).toHaveLength(2)
      const [first, second] = stored?.records ?? []
      expect({ ...first, update: [...(first?.update ?? [])] }).toEqual({
        ...written,
        update: [0, 255, 128],
        seq: 1,
      })
      expect(second?.actor).toBe('server')
      expect(second?.update).toHaveLength(0)
    })

    it('[SYNC-52] numbering goes on after a restart', async () => {
      await store.append(aRecord(board, 1))
      await reopen()
      expect(await store.append(aRecord(board, 2))).toEqual({ seq: 2 })
      expect(marksOf((await store.load(board))?.records ?? [])).toEqual([1, 2])
    })

    it('[SYNC-53] a snapshot stands for the records up to it; those after it follow', async () => {
      for (let mark = 1; mark <= 5; mark++) await store.append(aRecord(board, mark))
      await store.snapshot(board, { seq: 3, state: bytes(9, 9), meta: bytes(123, 125) })

      for (const when of ['at once', 'after a restart']) {
        const stored = await store.load(board)
        expect(stored?.snapshot?.seq, when).toBe(3)
        expect([...(stored?.snapshot?.state ?? [])], when).toEqual([9, 9])
        expect([...(stored?.snapshot?.meta ?? [])], when).toEqual([123, 125])
        expect(
          stored?.records.map(({ seq }) => seq),
          when,
        ).toEqual([4, 5])
        expect(stored?.seq, when).toBe(5)
        await reopen()
      }
    })

    it('[SYNC-53] a board whose records are all in the snapshot keeps its number', async () => {
      await store.append(aRecord(board, 1))
      await store.append(aRecord(board, 2))
      await store.snapshot(board, { seq: 2, state: bytes(1), meta: bytes() })
      await reopen()

      expect(await store.load(board)).toMatchObject({ records: [], seq: 2 })
      expect(await store.append(aRecord(board, 3))).toEqual({ seq: 3 })
    })

    it('[SYNC-53] an older snapshot never takes the place of a newer one', async () => {
      for (let mark = 1; mark <= 4; mark++) await store.append(aRecord(board, mark))
      await Promise.all([
        store.snapshot(board, { seq: 4, state: bytes(4), meta: bytes() }),
        store.snapshot(board, { seq: 2, state: bytes(2), meta: bytes() }),
      ])
      expect((await store.load(board))?.snapshot?.seq).toBe(4)
    })

    it('[SYNC-53] of many snapshots the last one counts', async () => {
      for (let mark = 1; mark <= 6; mark++) {
        await store.append(aRecord(board, mark))
        await store.snapshot(board, { seq: mark, state: bytes(mark), meta: bytes() })
      }
      await store.append(aRecord(board, 7))
      await reopen()
      const stored = await store.load(board)
      expect(stored?.snapshot?.seq).toBe(6)
      expect(marksOf(stored?.records ?? [])).toEqual([7])
    })

    it('[SYNC-53] a snapshot of records that are not there is refused', async () => {
      await store.append(aRecord(board, 1))
      await expect(store.snapshot(board, { seq: 2, state: bytes(), meta: bytes() })).rejects.toThrow(
        /record 2/,
      )
    })

    it('[SYNC-48] a board whose records are all in a snapshot keeps nothing back', async () => {
      for (let mark = 0; mark < 5; mark++) await store.append(aRecord(board, mark))
      await store.snapshot(board, { seq: 5, state: bytes(1), meta: bytes(2) })
      expect(store.behind()).toEqual([])
    })

    it('[SYNC-54] an erased board is gone, at once and after a restart', async () => {
      await store.append(aRecord(board, 1))
      await store.snapshot(board, { seq: 1, state: bytes(1), meta: bytes() })
      await store.append(aRecord(board, 2))
      await store.erase(board)

      expect(await store.load(board)).toBeNull()
      await reopen()
      expect(await store.load(board)).toBeNull()
    })

    it('[SYNC-54] erasing one board leaves the others whole', async () => {
      const other = newId<BoardId>()
      for (let mark = 1; mark <= 20; mark++) {
        await store.append(aRecord(board, mark))
        await store.append(aRecord(other, mark))
      }
      await store.erase(board)
      await store.append(aRecord(other, 21))

      expect(marksOf((await store.load(other))?.records ?? [])).toHaveLength(21)
      await reopen()
      expect((await store.load(other))?.seq).toBe(21)
      expect(await store.load(board)).toBeNull()
    })

    it('[SYNC-54] an erased board can be written anew, from 1', async () => {
      await store.append(aRecord(board, 1))
      await store.append(aRecord(board, 2))
      await store.erase(board)
      expect(await store.append(aRecord(board, 3))).toEqual({ seq: 1 })
      await reopen()
      expect(marksOf((await store.load(board))?.records ?? [])).toEqual([3])
    })

    it('[SYNC-54] erasing a board that is not there is no error', async () => {
      await expect(store.erase(board)).resolves.toBeUndefined()
    })

    it('[SYNC-51] boards written at the same time do not mix', async () => {
      const boards = Array.from({ length: 20 }, () => newId<BoardId>())
      const writes = Array.from({ length: 200 }, (_, mark) => aRecord(boards[mark % 20] ?? board, mark))
      await Promise.all(writes.map((record) => store.append(record)))
      await reopen()

      for (const [nth, one] of boards.entries()) {
        const stored = await store.load(one)
        expect(marksOf(stored?.records ?? [])).toEqual(
          Array.from({ length: 10 }, (_, turn) => turn * 20 + nth),
        )
      }
    })

    it('[SYNC-52] ten thousand records come back whole', async () => {
      const marks = Array.from({ length: 10_000 }, (_, mark) => mark)
      await Promise.all(marks.map((mark) => store.append(aRecord(board, mark))))
      await reopen()
      const stored = await store.load(board)
      expect(marksOf(stored?.records ?? [])).toEqual(marks)
    })

    it('[SYNC-52] bytes changed by the caller after the call are not stored', async () => {
      const update = bytes(1, 0)
      const appended = store.append(aRecord(board, 1, { update }))
      update.fill(9)
      await appended
      expect(marksOf((await store.load(board))?.records ?? [])).toEqual([1])
    })

    it('[SYNC-54] what is written while a board is being erased is a new board, also after a restart', async () => {
      await store.append(aRecord(board, 1))
      const erased = store.erase(board)
      const written = store.append(aRecord(board, 2))
      await Promise.all([erased, written])
      await reopen()
      expect(marksOf((await store.load(board))?.records ?? [])).toEqual([2])
      expect(await recordsOf(board, 1)).toMatchObject([{ seq: 1 }])
    })

    const recordsOf = async (one: BoardId, from: number, to?: number): Promise<ChainedRecord[]> => {
      const records: ChainedRecord[] = []
      for await (const some of store.records(one, from, to)) records.push(...some)
      return records
    }

    it('[SYNC-93] the records of a board can be read from one number to another, those in snapshots too', async () => {
      const other = newId<BoardId>()
      for (let mark = 1; mark <= 20; mark++) {
        await store.append(aRecord(board, mark))
        await store.append(aRecord(other, 100 + mark))
        if (mark % 6 === 0) await store.snapshot(board, { seq: mark, state: bytes(mark), meta: bytes() })
      }
      for (const when of ['at once', 'after a restart']) {
        expect(marksOf(await recordsOf(board, 1)), when).toEqual(
          Array.from({ length: 20 }, (_, nth) => nth + 1),
        )
        expect(marksOf(await recordsOf(board, 5, 8)), when).toEqual([5, 6, 7, 8])
        expect(
          (await recordsOf(board, 20)).map(({ seq }) => seq),
          when,
        ).toEqual([20])
        expect(await recordsOf(board, 21), when).toEqual([])
        expect(await recordsOf(board, 8, 7), when).toEqual([])
        const [third] = await recordsOf(board, 3, 3)
        expect(third, when).toMatchObject({ board, seq: 3, actor: anna, timeMs: 1_700_000_000_003 })
        await reopen()
      }
    })

    it('[SYNC-93] each with what vouches for it and all before it', async () => {
      for (let mark = 1; mark <= 4; mark++) await store.append(aRecord(board, mark))
      const records = await recordsOf(board, 1)
      let prevHash = genesisHash(board)
      for (const { hash, ...record } of records) {
        prevHash = hashOfRecord(record, prevHash)
        expect(Buffer.from(hash).equals(prevHash), `record ${record.seq}`).toBe(true)
      }
      expect(store.head(board)).toMatchObject({ seq: 4 })
      expect(Buffer.from(store.head(board)?.hash ?? []).equals(prevHash)).toBe(true)
    })

    it('[SYNC-93] a board that was never written, or was erased, has no records', async () => {
      expect(await recordsOf(board, 1)).toEqual([])
      expect(store.head(board)).toBeNull()
      await store.append(aRecord(board, 1))
      await store.erase(board)
      expect(await recordsOf(board, 1)).toEqual([])
      await store.append(aRecord(board, 2))
      expect(marksOf(await recordsOf(board, 1))).toEqual([2])
    })

    it('[SYNC-93] reading goes on while others write, and ends at what was durable when it began', async () => {
      for (let mark = 1; mark <= 2500; mark++) void store.append(aRecord(board, mark))
      await store.append(aRecord(board, 2501))
      const seen: number[] = []
      for await (const some of store.records(board, 1)) {
        seen.push(...some.map(({ seq }) => seq))
        await store.append(aRecord(board, 9999))
        await store.snapshot(board, { seq: 2000, state: bytes(1), meta: bytes() })
      }
      expect(seen).toEqual(Array.from({ length: 2501 }, (_, nth) => nth + 1))
    })

    it('[SYNC-44] tells every write with the records in it, before they are confirmed, until nobody listens', async () => {
      let told = 0
      const stop = store.onWrite(({ records, seconds, syncSeconds }) => {
        told += records
        expect(records).toBeGreaterThan(0)
        expect(syncSeconds).toBeGreaterThanOrEqual(0)
        expect(seconds).toBeGreaterThanOrEqual(syncSeconds)
      })
      await Promise.all(Array.from({ length: 30 }, (_, mark) => store.append(aRecord(board, mark))))
      for (let mark = 30; mark < 60; mark++) await store.append(aRecord(board, mark))
      expect(told).toBe(60)
      stop()
      await store.append(aRecord(board, 60))
      expect(told).toBe(60)
    })

    it('[SYNC-44] nothing waits once it is confirmed, and nothing of an orderly end is cut off', async () => {
      await store.append(aRecord(board, 1))
      expect(store.figures().waitingBytes).toBe(0)
      await reopen()
      const { segments, ...rest } = store.figures()
      expect(rest).toEqual({ waitingBytes: 0, cutBytes: 0 })
      expect(segments).toBeGreaterThanOrEqual(0)
    })

    it('[SYNC-55] an id that could leave the folder is refused', async () => {
      const bad = '../etc' as BoardId
      await expect(store.append(aRecord(bad, 1))).rejects.toThrow(/Board id/)
      await expect(store.load(bad)).rejects.toThrow(/Board id/)
      await expect(store.erase(bad)).rejects.toThrow(/Board id/)
    })

    it('[SYNC-56] a closed store takes nothing more', async () => {
      await store.close()
      await expect(store.append(aRecord(board, 1))).rejects.toThrow(/closed/)
      store = await place.open()
      expect(store.status()).toEqual({ kind: 'ready' })
    })
  })
}
