import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'

/** Where what is derived of a board's story is put. All of it may go at any time: it is made anew from the log. */
export interface Shelf {
  /** Null when it is not there. */
  read(board: BoardId, name: string): Promise<Uint8Array | null>
  /** Whole or not at all, but not durable: a power cut may lose or garble it. */
  write(board: BoardId, name: string, bytes: Uint8Array): Promise<void>
  boards(): Promise<BoardId[]>
  /** Removes everything of a board. */
  clear(board: BoardId): Promise<void>
}

/** A folder a board, under one folder that nobody else writes. */
export const folderShelf = (folder: string): Shelf => ({
  read: (board, name) => readFile(join(folder, board, name)).catch(nullIfMissing),
  async write(board, name, bytes) {
    await mkdir(join(folder, board), { recursive: true, mode: 0o700 })
    const path = join(folder, board, name)
    await writeFile(`${path}.tmp`, bytes, { mode: 0o600 })
    await rename(`${path}.tmp`, path)
  },
  boards: async () => ((await readdir(folder).catch(nullIfMissing)) as BoardId[] | null) ?? [],
  clear: (board) => rm(join(folder, board), { recursive: true, force: true }),
})

export function memoryShelf(): Shelf {
  const boards = new Map<BoardId, Map<string, Uint8Array>>()
  return {
    read: async (board, name) => boards.get(board)?.get(name) ?? null,
    async write(board, name, bytes) {
      boards.set(board, (boards.get(board) ?? new Map<string, Uint8Array>()).set(name, bytes))
    },
    boards: async () => [...boards.keys()],
    clear: async (board) => void boards.delete(board),
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
