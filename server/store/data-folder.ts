import { randomBytes } from 'node:crypto'
import { chmod, mkdir, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Audit } from '../access/audit.ts'
import { forgetBackups, freezeData } from '../backup/freeze.ts'
import { finishRestore } from '../backup/put-in-place.ts'
import type { Frozen } from '../backup/write-backup.ts'
import type { DataDisk } from '../disk.ts'
import { openAuditLog } from './audit-log.ts'
import { diskFiles, putFile, removeTemporaries, TEMPORARY, writeSynced } from './files.ts'
import type { CommitLimits } from './group-commit.ts'
import { lockFolder } from './lock-file.ts'
import { openLogStore, type LogStore } from './log-store.ts'
import { boardById } from './registry-boards.ts'
import { openRegistry, type Registry } from './registry.ts'
import type { StoreLog } from './store-log.ts'
import { openVault, type Vault } from './vault.ts'

/** The data folder cannot be used by this version, or not as it is. */
export class DataFolderRefused extends Error {
  override readonly name = 'DataFolderRefused'
}

export interface Data {
  readonly store: LogStore
  readonly registry: Registry
  readonly audit: Audit
  readonly vault: Vault
  /** The operator's secret, as it stands in `operator.key` or was given. */
  readonly operatorKey: string
  /** Where what is derived of the boards' stories may lie: it can be made anew, and may be deleted at any time. */
  readonly storiesFolder: string
  readonly disk: DataDisk
  /** Holds everything still for a backup, while it is used. */
  freeze(options: { readonly withOperatorKey: boolean }): Promise<Frozen>
  close(): Promise<void>
}

export interface OpenData {
  readonly log: StoreLog
  /** Used instead of `operator.key`, and never written. */
  readonly operatorKey?: string
  /** Other sizes than the usual ones, for tests. */
  readonly limits?: Partial<CommitLimits>
}

/** Raised when an older version could no longer read what this one writes. */
const FORMAT = 1

/**
 * Opens a data folder for this server alone, and makes it if it is not there:
 *
 *     tavolo.lock    who uses the folder
 *     format.json    {"format": 1}
 *     operator.key   the operator's secret, the only one on disk in plain text
 *     registry.json  boards, keys, people (and the generation before, .bak)
 *     access/        <board>.log: what was done with its keys
 *     agreed/        <board>.<sha256>.json: plans that were proposed or agreed, and their boards
 *     programmes/    <programme>.json: programmes beside those of the product, as they were given
 *     boards/        log/, history/, snapshots/, index/
 *     stories/       derived from the boards, may be deleted at any time
 *
 * Throws FolderInUse, DataFolderRefused, JsonUnusable or BoardRotten; each says what to do.
 */
export async function openData(folder: string, { log, operatorKey, limits = {} }: OpenData): Promise<Data> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  // reason: where the folder around it may not be read, the system's own habit of writing names must do.
  if (made !== undefined) await diskFiles.syncFolder(dirname(made)).catch(() => undefined)
  let stop = (): void => undefined
  const lock = await lockFolder(folder, () => {
    log.error(
      { event: 'folder.lost', folder },
      'Another server took the data folder; nothing more is written here',
    )
    stop()
  })
  try {
    await finishRestore(folder)
    await forgetBackups(folder)
    await removeTemporaries(diskFiles, folder)
    await checkFormat(folder)
    const key = operatorKey ?? (await operatorKeyIn(folder))
    const registry = await openRegistry(folder, diskFiles, log)
    const audit = await openAuditLog(
      join(folder, 'access'),
      diskFiles,
      log,
      (board) => boardById(registry, board) !== null,
    )
    const vault = await openVault(
      join(folder, 'agreed'),
      diskFiles,
      (board) => boardById(registry, board) !== null,
    )
    const store = await openLogStore({ folder: join(folder, 'boards'), log, limits })
    stop = () => void store.close()
    return {
      store,
      registry,
      audit,
      vault,
      operatorKey: key,
      storiesFolder: join(folder, 'stories'),
      disk: {
        async free() {
          const { bavail, blocks } = await statfs(folder)
          return blocks > 0 ? bavail / blocks : 1
        },
        tryWrite: () => writeSynced(diskFiles, join(folder, `probe${TEMPORARY}`), Buffer.from('ok')),
      },
      freeze: (options) => freezeData(folder, { store, registry }, options),
      async close() {
        await store.close()
        await audit.close()
        await registry.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function checkFormat(folder: string): Promise<void> {
  const path = join(folder, 'format.json')
  const names = await diskFiles.list(folder)
  if (!names.includes('format.json'))
    return putFile(diskFiles, path, encode(JSON.stringify({ format: FORMAT })))
  const format = parseFormat(await readText(path))
  if (format === null)
    throw new DataFolderRefused(
      `${path} non dice il suo formato, come in {"format": ${FORMAT}}. Ripristinalo da un backup.\n` +
        `${path} does not say its format, as in {"format": ${FORMAT}}. Restore it from a backup.`,
    )
  if (format > FORMAT)
    throw new DataFolderRefused(
      `La cartella dei dati ${folder} è stata scritta da una versione più nuova di Tavolo (formato ${format}; questa ` +
        `legge fino a ${FORMAT}). Installa di nuovo quella versione; nulla è stato cambiato.\n` +
        `The data folder ${folder} was written by a newer version of Tavolo (format ${format}; this version reads up to ` +
        `${FORMAT}). Install that version again; nothing was changed.`,
    )
}

function parseFormat(text: string): number | null {
  try {
    return z.object({ format: z.int().min(1) }).parse(JSON.parse(text)).format
  } catch {
    // reason: told by the caller, with the path.
    return null
  }
}

/** 32 random bytes in base64url, made once. */
async function operatorKeyIn(folder: string): Promise<string> {
  const path = join(folder, 'operator.key')
  if ((await diskFiles.list(folder)).includes('operator.key')) {
    const kept = (await readText(path)).trim()
    if (!/^[A-Za-z0-9_-]{32,}$/.test(kept))
      throw new DataFolderRefused(
        `${path} non contiene una chiave: servono almeno 32 caratteri base64url. Elimina il file per averne una nuova.\n` +
          `${path} holds no key: expected at least 32 characters of base64url. Remove the file to have a new key made.`,
      )
    // A backup may have been put back with looser rights.
    await chmod(path, 0o600)
    return kept
  }
  const fresh = randomBytes(32).toString('base64url')
  await putFile(diskFiles, path, encode(`${fresh}\n`))
  return fresh
}

const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const readText = async (path: string): Promise<string> => (await diskFiles.readAll(path)).toString('utf8')
