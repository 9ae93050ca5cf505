import { cp, mkdir, readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Data } from '../store/data-folder.ts'
import { openExisting } from './open-existing.ts'
import { DATA, Usage, type Options } from './options.ts'
import { report } from './verify.ts'

const LOCK = 'tavolo.lock'

/** `tavolo backup <new folder>`: copies a data folder whose server is stopped, and reads the copy back. */
export async function backup(words: readonly string[], options: Options): Promise<number> {
  const to = only(words, 'backup vuole una cartella nuova. / backup takes a new folder.')
  const from = options.data ?? DATA
  await mustBeNew(to)
  // Whoever holds the folder open is alone in it: nothing moves while it is copied.
  const data = await openExisting(from)
  try {
    await copy(from, to)
  } finally {
    await data.close()
  }
  return readBack(to, (copied) => report(copied))
}

/**
 * `tavolo restore <backup>`: makes a data folder of a backup. The generation of every board rises, so that browsers
 * that know more than the backup do not mix with it unasked.
 */
export async function restore(words: readonly string[], options: Options): Promise<number> {
  const from = only(words, 'restore vuole la cartella di un backup. / restore takes the folder of a backup.')
  const to = options.data ?? DATA
  await mustBeNew(to)
  if (!(await readdir(from)).includes('registry.json'))
    throw new Error(`${from} non è un backup: manca registry.json. / is no backup: registry.json is missing.`)
  await copy(from, to)
  return readBack(to, async (data) => {
    await data.registry.change((before) => ({
      data: {
        ...before,
        boards: Object.fromEntries(
          Object.entries(before.boards).map(([id, board]) => [
            id,
            { ...board, generation: board.generation + 1 },
          ]),
        ),
      },
      result: null,
    }))
    return report(data)
  })
}

async function readBack(folder: string, look: (data: Data) => Promise<boolean>): Promise<number> {
  const data = await openExisting(folder)
  try {
    return (await look(data)) ? 0 : 1
  } finally {
    await data.close()
  }
}

function only(words: readonly string[], otherwise: string): string {
  const [word] = words
  if (words.length !== 1 || word === undefined) throw new Usage(otherwise)
  return word
}

async function mustBeNew(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} non è vuota: scegline una nuova. / is not empty: choose a new one.`)
}

const copy = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, preserveTimestamps: true, filter: (path) => basename(path) !== LOCK })
