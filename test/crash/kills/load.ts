import type { CardId } from '../../../shared/ids.ts'
import { newId } from '../../../shared/ids.ts'
import { ask, askJson, createBoard, type TestBoard, type TestServer } from '../../server/running.ts'
import { startWriter, type Pace } from '../writer.ts'
import type { Promises } from './promises.ts'

type Server = Pick<TestServer, 'url' | 'operatorKey'>

/** Four people who write all the time, one of them hundreds of kilobytes at once. */
const WRITERS: readonly Pace[] = [
  { everyMs: 3 },
  { everyMs: 4 },
  { everyMs: 6, body: 'nota del tavolo '.repeat(20) },
  { everyMs: 2000, atOnce: 60, body: 'Portineria di quartiere, aperta a chi passa. '.repeat(110) },
]

export interface Load {
  readonly written: () => number
  /** Resolves when every writer has been promised something in this round. */
  underWay(): Promise<void>
  /** Resolves when the next board is being erased. */
  erasing(): Promise<void>
  isErasing(): boolean
  /** Call when the server is gone: writes down what it had promised. */
  end(): Promise<void>
}

/** Everything that makes a server write, at once, until it is gone. */
export async function startLoad(
  server: Server,
  board: TestBoard,
  promises: Promises,
  /** While a board is being erased no segment is retired. */
  withErasures: boolean,
): Promise<Load> {
  const writers = await Promise.all(WRITERS.map((pace) => startWriter(server.url, board, pace)))
  const errands = [
    untilGone(() => needs(server, board, promises)),
    untilGone(() => keysAndSeats(server, board, promises)),
    ...(withErasures ? [untilGone(() => shortLivedBoard(server, promises))] : []),
  ]
  const isErasing = (): boolean => promises.erased.at(-1)?.done === false
  return {
    written: () => writers.reduce((sum, writer) => sum + writer.written(), 0),
    underWay: () => until(() => writers.every(({ saved }) => saved.size > 10)),
    erasing: () => until(isErasing),
    isErasing,
    async end() {
      await Promise.all(errands)
      const promised = promises.of(board)
      for (const writer of writers) {
        for (const id of [...writer.saved, ...writer.seen]) promised.add(id)
        writer.stop()
      }
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 20_000
  while (!isSo()) {
    if (performance.now() > end) throw new Error('the load does not get under way')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** One after the other, until the connection is cut: what was under way was promised to nobody. */
async function untilGone(errand: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await errand()
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

async function needs({ url }: Server, board: TestBoard, promises: Promises): Promise<void> {
  const { id } = await askJson<{ id: CardId }>(
    { url },
    board.keys.contributor,
    'POST',
    `/api/boards/${board.id}/needs`,
    { text: 'Un posto dove studiare' },
  )
  promises.of(board).add(id)
}

async function keysAndSeats({ url }: Server, board: TestBoard, promises: Promises): Promise<void> {
  const path = `/api/boards/${board.id}`
  const seat = { name: 'Ospite', organisation: '' }
  const { token } = await askJson<{ token: string }>(
    { url },
    board.keys.editor,
    'POST',
    `${path}/participants`,
    seat,
  )
  promises.tokens.set(board, token)
  const keys = promises.keys.get(board) ?? new Set()
  promises.keys.set(board, keys)
  if (keys.size >= 150) return
  const key = { role: 'viewer', label: 'Ospiti' }
  const { id } = await askJson<{ id: string }>({ url }, board.keys.facilitator, 'POST', `${path}/keys`, key)
  keys.add(id)
}

/** A board that is opened, filled and erased. */
async function shortLivedBoard(server: Server, promises: Promises): Promise<void> {
  const word = `brucia${newId()}`
  const board = await createBoard(server, { title: word })
  const path = `/api/boards/${board.id}`
  for (let n = 0; n < 3; n++)
    await askJson(server, board.keys.contributor, 'POST', `${path}/needs`, { text: `${word} ${n}` })
  const erasure = { board, word, done: false }
  promises.erased.push(erasure)
  await ask(server, board.keys.facilitator, 'DELETE', path)
  erasure.done = true
}
