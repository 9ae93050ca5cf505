import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoardStore, StoredBoard } from '../../../server/store/board-store.ts'
import { openLogStore, type LogStoreOptions } from '../../../server/store/log-store.ts'
import { newId, type BoardId, type ParticipantId } from '../../../shared/ids.ts'
import { notedLog } from './noted-log.ts'

export const anna = 'annaparticip' as ParticipantId

/** Opens a store in a folder with no pauses in it, and a log that a test may read. */
export async function openQuick(folder: string, change: Partial<LogStoreOptions> = {}) {
  const log = notedLog()
  const limits = { gatherMs: 0, retryMs: 1, ...change.limits }
  return { log, store: await openLogStore({ folder, log, ...change, limits }) }
}

/** The text of a record: its board and its number, so that a wrong one is seen. */
export const textOf = (board: BoardId, nth: number): string => `record ${nth} of ${board}`

export const write = (store: BoardStore, board: BoardId, nth: number): Promise<{ seq: number }> =>
  store.append({ board, actor: anna, timeMs: 1000 + nth, update: Buffer.from(textOf(board, nth)) })

/** Records of boards in turn; each waits for the one before, or all go in one write. */
export async function writeTurns(
  store: BoardStore,
  boards: readonly BoardId[],
  turns: number,
  mode: 'one by one' | 'together',
): Promise<void> {
  const all: Promise<unknown>[] = []
  for (let nth = 1; nth <= turns; nth++)
    for (const board of boards) {
      all.push(write(store, board, nth))
      if (mode === 'one by one') await all.at(-1)
    }
  await Promise.all(all)
}

export const textsOf = (stored: StoredBoard | null): string[] =>
  (stored?.records ?? []).map(({ update }) => Buffer.from(update).toString())

export const expectedTexts = (board: BoardId, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => textOf(board, nth + 1))

export const someBoards = (count: number): BoardId[] => Array.from({ length: count }, () => newId<BoardId>())

/** Every file under a folder with its bytes. */
export async function filesUnder(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) found.set(path, await readFile(path))
  }
  return found
}

/** The segments that a start reads, oldest first. */
export async function segmentsIn(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'log'))).sort().map((name) => join(folder, 'log', name))
}
