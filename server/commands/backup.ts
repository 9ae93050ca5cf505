import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { readBackup, type BackupFacts } from '../backup/read-backup.ts'
import { mustFit } from '../backup/restore.ts'
import { backupBytes, writeBackup } from '../backup/write-backup.ts'
import { diskFiles } from '../store/files.ts'
import { openExisting } from './open-existing.ts'
import { askServer, DATA, remoteOf, Usage, type Options } from './options.ts'

/**
 * `tavolo backup [file]`: everything in one file, of a server that goes on working (`--server`) or of the folder of one that
 * is stopped. The file is read back to its end before it gets its name.
 */
export async function backup(words: readonly string[], options: Options): Promise<number> {
  if (words.length > 1) throw new Usage('backup vuole al più un file. / backup takes one file at most.')
  const file = resolve(words[0] ?? `tavolo-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.tar`)
  await mkdir(dirname(file), { recursive: true })
  // A backup is never written over: the last good one may be all there is.
  await (await open(file, 'wx', 0o600)).close()
  const aside = `${file}.part`
  try {
    await (options.server === undefined ? fromFolder(aside, options) : fromServer(aside, options))
    const facts = await readBackup(aside)
    await rename(aside, file)
    await diskFiles.syncFolder(dirname(file))
    process.stdout.write(`${file}\n${factsLine(facts)}\n`)
    return 0
  } catch (error) {
    await rm(aside, { force: true })
    await rm(file, { force: true })
    throw error
  }
}

export const factsLine = ({ createdAt, version, files, bytes }: BackupFacts): string =>
  `${createdAt}, Tavolo ${version}: ${files} file, ${bytes} byte`

async function fromServer(aside: string, options: Options): Promise<void> {
  const path = `/api/backup${options['operator-key'] ? '?operatorKey=1' : ''}`
  const response = await askServer(remoteOf(options), path)
  await mustFit(dirname(aside), Number(response.headers.get('content-length') ?? 0))
  await put(Readable.fromWeb(response.body as ReadableStream), aside)
}

async function fromFolder(aside: string, options: Options): Promise<void> {
  const data = await openExisting(options.data ?? DATA)
  try {
    const frozen = await data.freeze({ withOperatorKey: options['operator-key'] === true })
    try {
      await mustFit(dirname(aside), backupBytes(frozen))
      await put(Readable.from(writeBackup(frozen), { objectMode: false }), aside)
    } finally {
      await frozen.release()
    }
  } finally {
    await data.close()
  }
}

const put = (from: Readable, to: string): Promise<void> =>
  pipeline(from, createWriteStream(to, { mode: 0o600, flush: true }))
