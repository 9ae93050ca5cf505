import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { boardOf } from '../../shared/board/board.ts'
import type { CardId } from '../../shared/ids.ts'
import { ask, connect, createBoard, synced, temporaryFolder, type TestBoard } from '../server/running.ts'
import { startBuilt, type BuiltServer } from './built-server.ts'
import { startWriter } from './writer.ts'

const KILLS = 22
const WRITERS = 4

let folder: { path: string; remove: () => Promise<void> }
let running: BuiltServer | null = null

beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  await running?.kill()
  await folder.remove()
})

async function cardsNow(url: string, board: TestBoard): Promise<ReadonlySet<CardId>> {
  const reader = connect({ url }, board, board.keys.viewer)
  await synced(reader.provider)
  const ids = new Set(boardOf(reader.doc).cards.keys())
  reader.close()
  return ids
}

/** Needs over HTTP, one after the other, until the server is gone; those it answered for. */
async function sendNeeds(url: string, board: TestBoard, answered: Map<CardId, string>): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      const response = await ask({ url }, board.keys.contributor, 'POST', `/api/boards/${board.id}/needs`, {
        text: `Bisogno ${n}`,
      })
      const { id, receipt } = (await response.json()) as { id: CardId; receipt: string }
      answered.set(id, receipt)
    } catch {
      // The connection was cut: this need was promised to nobody.
      return
    }
  }
}

it(`[SYNC-1] ${KILLS} times SIGKILL while people write: nothing acknowledged or seen by others is lost`, async () => {
  let board: TestBoard | null = null
  const promised = new Set<CardId>()
  const receipts = new Map<CardId, string>()
  let written = 0
  for (let round = 0; round < KILLS; round++) {
    const server = (running = await startBuilt(folder.path))
    const { url } = server
    if (!board) {
      const operatorKey = (await readFile(join(folder.path, 'operator.key'), 'utf8')).trim()
      board = await createBoard({ url, operatorKey })
    }
    const kept = await cardsNow(url, board)
    expect([...promised].filter((id) => !kept.has(id))).toEqual([])
    const table = board
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, n) => startWriter(url, table, 3 + n)),
    )
    const needs = sendNeeds(url, table, receipts)
    // The moment is different in every round, and the same in every run.
    await new Promise((resolve) => setTimeout(resolve, 60 + ((round * 97) % 400)))
    await server.kill()
    running = null
    await needs
    for (const writer of writers) {
      for (const id of [...writer.saved, ...writer.seen]) promised.add(id)
      written += writer.written()
      writer.stop()
    }
    for (const id of receipts.keys()) promised.add(id)
  }
  const server = (running = await startBuilt(folder.path))
  const table = board as TestBoard | null
  if (!table) throw new Error('no board was made')
  const kept = await cardsNow(server.url, table)
  expect([...promised].filter((id) => !kept.has(id))).toEqual([])
  for (const [id, receipt] of [...receipts].slice(-5)) {
    const state = await ask(server, table.keys.contributor, 'GET', `/api/boards/${table.id}/needs/${receipt}`)
    expect(await state.json()).toMatchObject({ id, state: 'raised' })
  }
  // A test that promised little would prove little.
  expect(promised.size).toBeGreaterThan(KILLS * WRITERS)
  expect(written).toBeGreaterThan(promised.size / 2)
  expect(await server.stop()).toBe(0)
  running = null
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
