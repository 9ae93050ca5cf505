import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { boardOf } from '../../shared/board/board.ts'
import type { CardId } from '../../shared/ids.ts'
import { connect, createBoard, sitDown, synced, temporaryFolder } from '../server/running.ts'
import { rawClient } from '../sync/raw-client.ts'
import { startBuilt, type BuiltServer } from './built-server.ts'
import { startWriter } from './writer.ts'

const WRITERS = 6
/** What `docs/operations.md` gives the system that runs the server. */
const LIMIT_MS = 30_000

let folder: { path: string; remove: () => Promise<void> }
let running: BuiltServer | null = null
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  await running?.kill()
  await folder.remove()
})

it(
  '[SYNC-44] SIGTERM while people write: what was acknowledged or seen is there, it ends with 0, and told nothing of them',
  { timeout: LIMIT_MS },
  async () => {
    const server = (running = await startBuilt(folder.path, { TAVOLO_LOG_LEVEL: 'trace' }))
    const { url } = server
    const operatorKey = (await readFile(join(folder.path, 'operator.key'), 'utf8')).trim()
    const board = await createBoard({ url, operatorKey }, { title: 'Xilofonotitolo' })
    const { token } = await sitDown({ url }, board, board.keys.editor, 'Zefirinanome')
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, n) => startWriter(url, board, { everyMs: 2 + n })),
    )
    const reader = await rawClient({ url }, board, board.keys.viewer, { token })
    reader.hello(1)
    await vi.waitFor(() => {
      for (const { saved } of writers) expect(saved.size).toBeGreaterThan(10)
    })

    const code = await server.stop()
    running = null
    expect(code).toBe(0)
    expect((await reader.closed).code).toBe(4503)
    expect(reader.messages).toContainEqual({
      type: 'event',
      name: 'shutdown',
      detail: expect.stringMatching(/^\d{1,4}$/),
    })

    const promised = new Set<CardId>()
    for (const writer of writers) {
      for (const id of [...writer.saved, ...writer.seen]) promised.add(id)
      writer.stop()
    }
    const again = (running = await startBuilt(folder.path))
    const late = connect(again, board, board.keys.viewer)
    await synced(late.provider)
    const kept = boardOf(late.doc).cards
    expect([...promised].filter((id) => !kept.has(id))).toEqual([])
    expect(promised.size).toBeGreaterThan(10 * WRITERS)
    late.close()
    await again.stop()
    running = null

    const said = server.output()
    for (const event of ['server.started', 'request', 'server.stopping', 'server.stopped'])
      expect(said).toContain(`"event":"${event}"`)
    for (const secret of [operatorKey, ...Object.values(board.keys), token, 'Xilofono', 'Zefirina', 'nota '])
      expect(said).not.toContain(secret)
  },
)
