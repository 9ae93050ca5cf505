import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { cardsOf } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { stateVectorFrame } from '../../server/rooms/frames.ts'
import { ask, connect, createBoard, startOver, synced, type TestServer } from '../server/running.ts'
import { answersIn, rawClient } from './raw-client.ts'

const open: { close: () => void }[] = []
const servers: TestServer[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  open.splice(0).forEach((one) => one.close())
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function table(beatMs: number) {
  const server = await startOver({ beatMs })
  servers.push(server)
  return { server, board: await createBoard(server) }
}

it('[SYNC-17] a reader that does not read for half a minute is closed, to come back when it can; nobody else is', async () => {
  const { server, board } = await table(100)
  const stuck = await rawClient(server, board, board.keys.viewer)
  open.push(stuck)
  stuck.send(stateVectorFrame(Uint8Array.of(0)))
  await vi.waitFor(() => expect(answersIn(stuck.frames)).toHaveLength(1))
  stuck.socket.pause()
  const reader = connect(server, board, board.keys.viewer)
  const writers = [1, 2, 3, 4].map(() => connect(server, board, board.keys.editor))
  open.push(reader, ...writers)
  await Promise.all([reader, ...writers].map(({ provider }) => synced(provider)))
  const lost = vi.fn()
  for (const { provider } of [reader, ...writers]) provider.on('connection-close', lost)
  const slowReaders = async () =>
    /^tavolo_slow_readers_total (\d+)$/m.exec(await (await ask(server, null, 'GET', '/metrics')).text())?.[1]
  const large = 'x'.repeat(19_000)
  let n = 0
  await vi.waitFor(
    async () => {
      for (const { doc } of writers)
        for (let more = 0; more < 8; more++) cardsOf(doc).set(`carta-${n++}`, new Y.Map([['note', large]]))
      expect(await slowReaders()).toBe('1')
    },
    { timeout: 15_000, interval: 20 },
  )
  // Ten minutes pass for the server: more than it waits, whatever still waits for the reader.
  const real = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 600_000)
  const figures = async () => (await ask(server, null, 'GET', '/metrics')).text()
  await vi.waitFor(async () => expect(await figures()).toMatch(/^tavolo_ws_close_total\{code="4503"\} 1$/m))
  stuck.socket.resume()
  expect((await stuck.closed).code).toBe(CLOSE.overloaded)
  await vi.waitFor(() => expect(cardsOf(reader.doc).size).toBe(n), { timeout: 5000 })
  expect(lost).not.toHaveBeenCalled()
})
