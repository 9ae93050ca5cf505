import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { putFile, removeTemporaries, type Files } from './files.ts'
import { checkBoardId } from './store-checks.ts'

/**
 * Texts that never change again, each under the SHA-256 of its UTF-8 (hexadecimal): the plans that people agreed on, and the
 * boards they were read from. They are files of their own, so that `sha256sum` alone can check them.
 */
export interface Vault {
  /** Keeps a text; resolves with its name once it is durable. The same text twice is one file. */
  keep(board: BoardId, text: string): Promise<string>
  /** Throws VaultDamaged when it is not there, or is not what was kept. */
  read(board: BoardId, sha256: string): Promise<string>
  erase(board: BoardId): Promise<void>
}

/** What was kept is gone, or was altered. */
export class VaultDamaged extends Error {
  override readonly name = 'VaultDamaged'
}

const NAME = /^([a-z0-9-]{1,64})\.[0-9a-f]{64}\.json$/

/** The vault of a data folder: `agreed/<board>.<sha256>.json`. Files of boards that are no more, left by a crash, go. */
export async function openVault(
  folder: string,
  files: Files,
  isBoard: (board: BoardId) => boolean,
): Promise<Vault> {
  await files.makeFolder(folder)
  await removeTemporaries(files, folder)
  const nameOf = (board: BoardId, sha256: string): string => `${board}.${sha256}.json`
  const ofBoards = async (isMeant: (board: BoardId) => boolean): Promise<string[]> =>
    (await files.list(folder)).filter((name) => {
      const board = NAME.exec(name)?.[1]
      return board !== undefined && isMeant(board as BoardId)
    })
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await files.remove(join(folder, name))
    await files.syncFolder(folder)
  }
  await remove(await ofBoards((board) => !isBoard(board)))

  return {
    async keep(board, text) {
      checkBoardId(board)
      const sha256 = sha256Of(text)
      await putFile(files, join(folder, nameOf(board, sha256)), Buffer.from(text, 'utf8'))
      return sha256
    },
    async read(board, sha256) {
      const path = join(folder, nameOf(board, sha256))
      const bytes = await files.readAll(path).catch((error: unknown) => {
        throw new VaultDamaged(`${path} cannot be read: ${error instanceof Error ? error.message : ''}`)
      })
      return checked(bytes.toString('utf8'), sha256, path)
    },
    erase: async (board) => remove(await ofBoards((one) => one === board)),
  }
}

/** A vault that nothing keeps, for tests. */
export function memoryVault(): Vault {
  const texts = new Map<BoardId, Map<string, string>>()
  return {
    async keep(board, text) {
      const sha256 = sha256Of(text)
      texts.set(board, (texts.get(board) ?? new Map<string, string>()).set(sha256, text))
      return sha256
    },
    read: async (board, sha256) => checked(texts.get(board)?.get(sha256) ?? '', sha256, sha256),
    async erase(board) {
      texts.delete(board)
    },
  }
}

function checked(text: string, sha256: string, what: string): string {
  if (sha256Of(text) === sha256) return text
  throw new VaultDamaged(`${what} is not what was kept`)
}

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
