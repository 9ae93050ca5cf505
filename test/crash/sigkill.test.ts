import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ask, temporaryFolder } from '../server/running.ts'
import { startBuilt, type BuiltServer } from './built-server.ts'
import { killRounds } from './kills/kill-rounds.ts'

const KILLS = 21
const FILE = 'test/crash/sigkill.test.ts'

let folder: { path: string; remove: () => Promise<void> }
let running: BuiltServer | null = null

beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  await running?.kill()
  await folder.remove()
})

it(`[SYNC-46] ${KILLS} times SIGKILL in the middle of something: nothing promised is lost, and it starts by itself`, async () => {
  const seed = Number(process.env['TAVOLO_SEEDS'] ?? 1)
  const { problems, kills, hits, promised } = await killRounds(KILLS, seed)
  expect(problems, `TAVOLO_SEEDS=${seed} npx vitest run --config test/vitest.config.ts ${FILE}`).toEqual([])
  // A test that promised little, or missed what it aimed at, would prove little.
  expect(kills).toBeGreaterThanOrEqual(KILLS)
  expect(promised).toBeGreaterThan(KILLS * 10)
  const { anything: _, ...aimed } = hits
  expect(Object.entries(aimed).filter(([, hit]) => hit === 0)).toEqual([])
})

it('two servers never share a data folder: the second one says so and ends', async () => {
  const first = await startBuilt(folder.path)
  running = first
  await expect(startBuilt(folder.path)).rejects.toThrow(/ended with 1/)
  expect((await ask(first, null, 'GET', '/readyz')).status).toBe(200)
  await first.stop()
  running = null
})

it('wrong settings end it with code 78, every problem named', async () => {
  const wrong = startBuilt(folder.path, { PORT: 'tremila', TAVOLO_LOG_LEVEL: 'forte' })
  await expect(wrong).rejects.toThrow(/ended with 78[^]*PORT[^]*TAVOLO_LOG_LEVEL/)
})

it('never prints the operator key where the output may be kept', async () => {
  const server = await startBuilt(folder.path)
  const key = (await readFile(join(folder.path, 'operator.key'), 'utf8')).trim()
  // The server answers before the last line of its greeting is through the pipe.
  await vi.waitFor(() => expect(server.output()).toContain('operator.key'))
  await server.stop()
  expect(server.output()).not.toContain(key)
})
