import { execFile } from 'node:child_process'
import { appendFile, cp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './running.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = [
  'client',
  'server',
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]
const SLOW = 120_000

let clone: { path: string; remove: () => Promise<void> }

/** `npm start`, but for the serving. */
const prepare = (): Promise<{ code: number; said: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [join(clone.path, 'server', 'start.mjs'), '--prepare'], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    ),
  )

beforeAll(async () => {
  clone = await temporaryFolder()
  for (const name of SOURCES) await cp(join(ROOT, name), join(clone.path, name), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(clone.path, 'node_modules'))
}, SLOW)
afterAll(() => clone.remove())

describe('npm start', () => {
  it(
    'builds what is not built, leaves alone what is, and builds again when the sources changed',
    async () => {
      const first = await prepare()
      expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Costruisco') })
      expect(await prepare()).toEqual({ code: 0, said: '' })
      await appendFile(join(clone.path, 'server', 'main.ts'), '\n')
      expect((await prepare()).said).toContain('Costruisco')
      expect(await prepare()).toEqual({ code: 0, said: '' })
    },
    SLOW,
  )

  it(
    'needs no sources where there is only what was built',
    async () => {
      await rm(join(clone.path, 'client'), { recursive: true })
      expect(await prepare()).toEqual({ code: 0, said: '' })
    },
    SLOW,
  )
})
