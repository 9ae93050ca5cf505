import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { diskFiles, putFile } from '../store/files.ts'

/** Where a restore gathers what it takes out of a backup. */
export const FRESH = '.restore'
const MARK = 'restore.json'
const mark = z.object({ former: z.string().regex(/^former-[0-9TZ-]+$/), step: z.enum(['aside', 'in']) })
type Mark = z.infer<typeof mark>

/**
 * Puts what stands in `.restore` in the place of what the folder holds, which is kept under `former-…`. A crash midway is
 * made good by `finishRestore`, which the next start calls. Call it with the folder's lock.
 */
export async function putInPlace(folder: string, former: string): Promise<void> {
  await write(folder, { former, step: 'aside' })
  await finishRestore(folder)
}

/** Ends a restore that a crash interrupted, or clears away what never was complete. */
export async function finishRestore(folder: string): Promise<void> {
  const names = await diskFiles.list(folder)
  if (!names.includes(MARK)) return rm(join(folder, FRESH), { recursive: true, force: true })
  const { former, step } = mark.parse(
    JSON.parse((await diskFiles.readAll(join(folder, MARK))).toString('utf8')),
  )
  if (step === 'aside') {
    await moveAll(folder, join(folder, former), names.filter(isOld))
    await write(folder, { former, step: 'in' })
  }
  await moveAll(join(folder, FRESH), folder, await diskFiles.list(join(folder, FRESH)))
  await rm(join(folder, FRESH), { recursive: true })
  await diskFiles.remove(join(folder, MARK))
  await diskFiles.syncFolder(folder)
}

const isOld = (name: string): boolean =>
  !name.startsWith('tavolo.lock') && !name.startsWith('former-') && ![FRESH, MARK, '.backup'].includes(name)

async function moveAll(from: string, to: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) await diskFiles.rename(join(from, name), join(to, name))
  await diskFiles.syncFolder(to)
  await diskFiles.syncFolder(from)
}

const write = (folder: string, value: Mark): Promise<void> =>
  putFile(diskFiles, join(folder, MARK), Buffer.from(JSON.stringify(value)))
