import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { editText } from '../../shared/board/commands/edit-card.ts'
import { restoreCards, trashCards } from '../../shared/board/commands/trash-cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { memoryStore } from '../../server/store/memory-store.ts'
import { memoryRegistry } from '../../server/store/registry.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { rawClient } from './raw-client.ts'

const CARDS = 1100
/** The most that a text may hold: of so many cards more than 20 MiB. */
const LETTERS = 20_000

let server: TestServer
let board: TestBoard
const open: { close: () => void }[] = []

/** A board that a long work has filled. */
beforeAll(async () => {
  const [store, registry] = [memoryStore(), memoryRegistry()]
  const before = await startOver({ store, registry })
  board = await createBoard(before)
  await before.close()
  const full = new Y.Doc()
  const words = 'x'.repeat(LETTERS)
  full.transact(() => {
    for (let n = 0; n < CARDS; n++)
      addCard(full, { kind: 'note', at: [n, 0], title: `carta ${n}`, body: words })
  })
  const update = Y.encodeStateAsUpdate(full)
  expect(update.byteLength).toBeGreaterThan(20 * 1024 * 1024)
  await store.append({ board: board.id, actor: 'server', timeMs: Date.now(), update })
  server = await startOver({ store, registry })
}, 60_000)

afterAll(async () => {
  open.splice(0).forEach((one) => one.close())
  await server.close()
})

const join = async () => {
  const client = connect(server, board, board.keys.editor)
  open.push(client)
  const closed = new Promise<number>((resolve) =>
    client.provider.once('closed', ({ code }: { code: number }) => resolve(code)),
  )
  await synced(client.provider)
  return { ...client, closed, cards: () => boardOf(client.doc).cards }
}

const path = (rest: string): string => `/api/boards/${board.id}${rest}`

describe('[SYNC-14] a board over 20 MiB', { timeout: 60_000 }, () => {
  it('tells who adds something that it is full, and keeps what it has', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const writer = await join()
    expect(writer.cards().size).toBe(CARDS)
    addCard(writer.doc, { kind: 'note', at: [0, 0], title: 'una di troppo' })
    expect(await writer.closed).toBe(CLOSE.tooLarge)

    const raw = await rawClient(server, board, board.keys.editor)
    open.push(raw)
    const mine = new Y.Doc()
    raw.hello(mine.clientID)
    addCard(mine, { kind: 'note', at: [0, 0], title: 'un’altra' })
    raw.send(updateFrame(Y.encodeStateAsUpdate(mine)))
    expect(await raw.closed).toMatchObject({ code: CLOSE.tooLarge, reason: 'boardFull' })
    expect(raw.messages.find(({ type }) => type === 'rejected')).toMatchObject({
      code: 'boardFull',
      text: expect.stringContaining('Il tavolo è pieno') as string,
    })

    const reader = await join()
    expect([...reader.cards().values()].map(({ title }) => title)).not.toContain('una di troppo')
    expect(reader.cards().size).toBe(CARDS)
  })

  it('refuses the same over HTTP, in a sentence', async () => {
    const need = await ask(server, board.keys.contributor, 'POST', path('/needs'), {
      text: 'Un posto dove studiare',
      receipt: 'A'.repeat(43),
    })
    expect(await need.json()).toMatchObject({ status: 409, code: 'boardFull' })
    const other = await createBoard(server, { title: 'Un altro' })
    const file = await ask(server, other.keys.editor, 'GET', `/api/boards/${other.id}/exports/board.json`)
    const brought = await ask(
      server,
      board.keys.editor,
      'POST',
      path('/imports/board.json'),
      await file.text(),
    )
    expect(await brought.json()).toMatchObject({ status: 409, code: 'boardFull' })
    const { last } = await askJson<{ last: number }>(server, board.keys.viewer, 'GET', path('/history'))
    const back = await ask(server, board.keys.facilitator, 'POST', path(`/history/${last}/restore`), {})
    expect(await back.json()).toMatchObject({ status: 409, code: 'boardFull' })
  })

  it('can still be read, exported and told as a story', async () => {
    const counts = await askJson<{ counts: Record<string, number> }>(
      server,
      board.keys.viewer,
      'GET',
      path(''),
    )
    expect(counts.counts['note']).toBe(CARDS)
    for (const rest of ['/exports/board.json', '/plan', '/history'])
      expect((await ask(server, board.keys.editor, 'GET', path(rest))).status, rest).toBe(200)
  })

  it('still lets cards go to the trash and come back, and texts be shortened; nothing longer', async () => {
    const [anna, bruno] = [await join(), await join()]
    const [first, second] = [...anna.cards().keys()] as [CardId, CardId]
    trashCards(anna.doc, [first, second])
    await vi.waitFor(() => expect(bruno.cards().size).toBe(CARDS - 2), { timeout: 20_000 })
    restoreCards(bruno.doc, [second])
    await vi.waitFor(() => expect(anna.cards().has(second)).toBe(true), { timeout: 20_000 })
    editText(bruno.doc, second, 'body', '')
    await vi.waitFor(() => expect(anna.cards().get(second)?.body).toBe(''), { timeout: 20_000 })
    editText(bruno.doc, second, 'body', 'di nuovo')
    expect(await bruno.closed).toBe(CLOSE.tooLarge)
    expect(anna.provider.wsconnected).toBe(true)
  })
})
