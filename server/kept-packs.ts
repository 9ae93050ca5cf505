import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFiles, putFile } from './store/files.ts'
import { readPackFolder, type PackReading } from './packs.ts'

const FOLDER = 'programmes'
const NONE: PackReading = { packs: [], files: new Map(), problems: [] }

/** The programmes that a data folder was ever given. */
export const keptPacks = (dataFolder: string): PackReading => {
  const folder = join(dataFolder, FOLDER)
  return existsSync(folder) ? readPackFolder(folder) : NONE
}

/**
 * Programmes that were given, and those that the data folder was given before and is not given now: its boards are made of
 * them, so they are part of what it holds, and of its backups.
 */
export function withKept(given: PackReading, dataFolder: string): PackReading {
  const kept = keptPacks(dataFolder)
  return {
    packs: [...given.packs, ...kept.packs.filter(({ id }) => !given.files.has(id))],
    files: new Map([...kept.files, ...given.files]),
    problems: kept.problems,
  }
}

/** Keeps the files of programmes in a data folder, as they were written. */
export async function keepPacks({ files }: PackReading, dataFolder: string): Promise<void> {
  if (files.size === 0) return
  const folder = join(dataFolder, FOLDER)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [id, file] of files) {
    const [path, bytes] = [join(folder, `${id}.json`), readFileSync(file)]
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) await putFile(diskFiles, path, bytes)
  }
}
