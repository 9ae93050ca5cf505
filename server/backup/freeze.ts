import { randomBytes } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFiles } from '../store/files.ts'
import type { LogStore } from '../store/log-store.ts'
import type { Registry } from '../store/registry.ts'
import type { RegistryData } from '../store/registry-data.ts'
import { isKept } from './backup-file.ts'
import type { Frozen, Member } from './write-backup.ts'

const FOLDER = '.backup'

/** Clears away what a crash left of a backup. */
export const forgetBackups = (folder: string): Promise<void> =>
  rm(join(folder, FOLDER), { recursive: true, force: true })

/**
 * Holds a data folder still for a backup while it is used: files get second names, which cost nothing, and the registry
 * is taken in the moment in which the log is cut. So the registry knows no board and no receipt whose records are missing.
 */
export async function freezeData(
  folder: string,
  { store, registry }: { readonly store: LogStore; readonly registry: Registry },
  { withOperatorKey }: { readonly withOperatorKey: boolean },
): Promise<Frozen> {
  const into = join(folder, FOLDER, randomBytes(6).toString('hex'))
  const release = (): Promise<void> => rm(into, { recursive: true, force: true })
  await mkdir(into, { recursive: true, mode: 0o700 })
  try {
    let data: RegistryData | null = null
    const boards = await store.freeze(join(into, 'boards'), () => (data = registry.data))
    const members: Member[] = [
      inMemory('registry.json', `${JSON.stringify(data, null, 1)}\n`),
      await held(into, 'format.json', await linked(folder, into, 'format.json')),
    ]
    if (withOperatorKey && (await diskFiles.list(folder)).includes('operator.key'))
      members.push(await held(into, 'operator.key', await linked(folder, into, 'operator.key')))
    const there = await diskFiles.list(folder)
    for (const room of ['access', 'agreed', 'programmes'].filter((name) => there.includes(name))) {
      await mkdir(join(into, room))
      for (const name of await diskFiles.list(join(folder, room))) {
        const path = `${room}/${name}`
        if (isKept(path)) members.push(await held(into, path, await linked(folder, into, path)))
      }
    }
    for (const { path, bytes } of boards) members.push(await held(into, `boards/${path}`, bytes))
    return { createdAt: new Date().toISOString(), members, release }
  } catch (error) {
    await release()
    throw error
  }
}

function inMemory(path: string, text: string): Member {
  const content = Buffer.from(text, 'utf8')
  return { path, bytes: content.length, content }
}

async function linked(folder: string, into: string, path: string): Promise<null> {
  await diskFiles.link(join(folder, path), join(into, path))
  return null
}

async function held(into: string, path: string, bytes: number | null): Promise<Member> {
  const content = join(into, path)
  return { path, bytes: bytes ?? (await stat(content)).size, content }
}
