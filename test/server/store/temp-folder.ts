import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** A folder of its own for every test that asks, removed after it. */
export const tempFolders = (): (() => Promise<string>) => foldersIn(tmpdir())

/** The same in memory where the system has such a place, for tests that open a store thousands of times. */
export const quickFolders = (): (() => Promise<string>) =>
  foldersIn(existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

function foldersIn(place: string): () => Promise<string> {
  const made: string[] = []
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
  })
  return async () => {
    const folder = await mkdtemp(join(place, 'tavolo-store-'))
    made.push(folder)
    return folder
  }
}
