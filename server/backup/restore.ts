import { copyFile, mkdir, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskFiles, writeAll } from '../store/files.ts'
import { lockFolder } from '../store/lock-file.ts'
import { openLogStore, type LogStore } from '../store/log-store.ts'
import { openRegistry, type Registry } from '../store/registry.ts'
import type { RegistryData } from '../store/registry-data.ts'
import type { StoreLog } from '../store/store-log.ts'
import { openVault, type Vault } from '../store/vault.ts'
import { finishRestore, FRESH, putInPlace } from './put-in-place.ts'
import { readBackup, type BackupFacts } from './read-backup.ts'

export interface Restored {
  readonly facts: BackupFacts
  /** Where what was in the folder is kept; null if there was nothing. */
  readonly former: string | null
}

/** Looks at what was taken out, before it is put in place. */
export type Look = (data: {
  readonly registry: Registry
  readonly store: LogStore
  readonly vault: Vault
}) => Promise<void>

/**
 * Makes a data folder what a backup holds. The backup is read to its end and checked before anything is touched; what the
 * folder held is kept beside. The generation of every board rises above the backup's and the folder's, so that browsers that
 * know more do not mix with it unasked. Throws BackupRefused, FolderInUse, BoardRotten, or that there is no room.
 */
export async function restoreBackup(
  file: string,
  folder: string,
  log: StoreLog,
  look: Look,
): Promise<Restored> {
  const facts = await readBackup(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder, () => undefined)
  try {
    await finishRestore(folder)
    await mustFit(folder, facts.bytes)
    const fresh = join(folder, FRESH)
    try {
      await takeOut(file, fresh)
      await keepOperatorKey(folder, fresh)
      await raiseGenerations(folder, fresh, log)
      await lookAt(fresh, log, look)
    } catch (error) {
      await rm(fresh, { recursive: true, force: true })
      throw error
    }
    const former = `former-${new Date().toISOString().replace(/[:.]/g, '-')}`
    await putInPlace(folder, former)
    const isKept = (await diskFiles.list(folder)).includes(former)
    return { facts, former: isKept ? join(folder, former) : null }
  } finally {
    await lock.release()
  }
}

/** Throws, in words, if a disk has less room than is needed. */
export async function mustFit(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes + SPARE) return
  const [needs, has] = [bytes + SPARE, free].map((size) => Math.ceil(size / 1024 / 1024))
  throw new Error(
    `Servono ${needs} MiB su ${folder} e ce ne sono ${has}: libera spazio o scegli un altro disco. / ` +
      `${needs} MiB are needed on ${folder} and there are ${has}: make room or choose another disk.`,
  )
}

const SPARE = 16 * 1024 * 1024

/** Takes every file out, each durable. */
export async function takeOut(file: string, into: string): Promise<void> {
  for (const folder of ['access', 'agreed', 'programmes', 'boards/history', 'boards/log', 'boards/snapshots'])
    await mkdir(join(into, folder), { recursive: true, mode: 0o700 })
  await readBackup(file, async (path, pieces) => {
    const target = join(into, path)
    const out = await diskFiles.open(target, 'create')
    try {
      let done = 0
      for await (const piece of pieces) {
        await writeAll(out, piece, done)
        done += piece.length
      }
      await out.sync()
    } finally {
      await out.close()
    }
    await diskFiles.syncFolder(dirname(target))
  })
  await diskFiles.syncFolder(into)
}

/** The operator's link goes on working, unless the backup brings another. */
async function keepOperatorKey(folder: string, fresh: string): Promise<void> {
  const has = async (place: string): Promise<boolean> =>
    (await diskFiles.list(place)).includes('operator.key')
  if ((await has(folder)) && !(await has(fresh)))
    await copyFile(join(folder, 'operator.key'), join(fresh, 'operator.key'))
}

async function raiseGenerations(folder: string, fresh: string, log: StoreLog): Promise<void> {
  const known = await generationsIn(folder, log)
  const registry = await openRegistry(fresh, diskFiles, log)
  await registry.change((data) => ({ data: raised(data, known), result: null }))
  await registry.close()
  // The generation before is the one that browsers must not take for the present.
  await diskFiles.remove(join(fresh, 'registry.json.bak'))
}

const raised = (data: RegistryData, known: (board: string) => number): RegistryData => ({
  ...data,
  boards: Object.fromEntries(
    Object.entries(data.boards).map(([id, board]) => [
      id,
      { ...board, generation: Math.max(board.generation, known(id)) + 1 },
    ]),
  ),
})

/** How often each board was restored already, as far as the folder knows; one that cannot be read counts as very often. */
async function generationsIn(folder: string, log: StoreLog): Promise<(board: string) => number> {
  try {
    const { data } = await openRegistry(folder, diskFiles, log)
    return (board) => (Object.hasOwn(data.boards, board) ? (data.boards[board]?.generation ?? 0) : 0)
  } catch {
    // reason: it is being replaced because it cannot be read; seconds since 1970 are above any count.
    return () => Math.floor(Date.now() / 1000)
  }
}

async function lookAt(fresh: string, log: StoreLog, look: Look): Promise<void> {
  const registry = await openRegistry(fresh, diskFiles, log)
  const store = await openLogStore({ folder: join(fresh, 'boards'), log })
  try {
    const vault = await openVault(join(fresh, 'agreed'), diskFiles, () => true)
    await look({ registry, store, vault })
  } finally {
    await store.close()
    await registry.close()
  }
}
