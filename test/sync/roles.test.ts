import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import { cardsOf } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { freshTable } from './fresh-table.ts'
import { rawClient } from './raw-client.ts'

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

const join = async (key: string) => {
  const client = connect(server, board, key)
  open.push(client)
  await synced(client.provider)
  return client
}

const raw = async (key: string, options = {}) => {
  const client = await rawClient(server, board, key, options)
  open.push(client)
  return client
}

const closing = (client: {
  provider: { once(name: 'closed', run: (event: { code: number }) => void): void }
}) => new Promise<number>((resolve) => client.provider.once('closed', ({ code }) => resolve(code)))

describe('what a key allows on the stream', () => {
  it.each(['viewer', 'contributor'] as const)(
    'a %s reads, and their write changes nothing for anyone',
    async (role) => {
      vi.spyOn(console, 'warn').mockImplementation(() => undefined)
      const anna = await join(board.keys.editor)
      const card = addCard(anna.doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
      const reader = await join(board.keys[role])
      await vi.waitFor(() => expect(boardOf(reader.doc).cards.size).toBe(1))
      const code = closing(reader)
      addCard(reader.doc, { kind: 'need', at: [0, 0], title: 'Di nascosto' })
      expect(await code).toBe(CLOSE.forbidden)
      const late = await join(board.keys.viewer)
      expect([...boardOf(late.doc).cards.values()].map(({ id, title }) => ({ id, title }))).toEqual([
        { id: card, title: 'Spazi' },
      ])
      expect(boardOf(anna.doc).cards.size).toBe(1)
    },
  )

  it('a viewer cannot delete either, with an update that holds no new content', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const anna = await join(board.keys.editor)
    const card = addCard(anna.doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
    if (!card) throw new Error('full')
    const viewer = await join(board.keys.viewer)
    await vi.waitFor(() => expect(boardOf(viewer.doc).cards.size).toBe(1))
    const code = closing(viewer)
    cardsOf(viewer.doc).delete(card)
    expect(await code).toBe(CLOSE.forbidden)
    expect(boardOf((await join(board.keys.viewer)).doc).cards.has(card)).toBe(true)
  })

  it('the honest answer of a viewer, whose copy holds deletions too, is not a write', async () => {
    const anna = await join(board.keys.editor)
    const card = addCard(anna.doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
    if (!card) throw new Error('full')
    trashCards(anna.doc, [card])
    cardsOf(anna.doc).delete(card)
    const viewer = await join(board.keys.viewer)
    await vi.waitFor(() => expect(cardsOf(viewer.doc).size).toBe(0))
    viewer.provider.disconnect()
    viewer.provider.connect()
    await vi.waitFor(() => expect(viewer.provider.synced).toBe(true))
    addCard(anna.doc, { kind: 'note', at: [0, 0] })
    await vi.waitFor(() => expect(cardsOf(viewer.doc).size).toBe(1))
  })

  it('tells a client that said hello why, with the number of the frame', async () => {
    const client = await raw(board.keys.viewer)
    client.hello(77)
    const doc = new Y.Doc()
    addCard(doc, { kind: 'need', at: [0, 0] })
    client.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    expect((await client.closed).code).toBe(CLOSE.forbidden)
    expect(client.messages).toContainEqual({
      type: 'rejected',
      frame: 1,
      code: 'role',
      text: 'Questo link permette di guardare la lavagna, non di modificarla.',
    })
  })
})

describe('who may connect', () => {
  it('refuses the page of another site before the upgrade', async () => {
    await expect(raw(board.keys.editor, { origin: 'https://altrove.example' })).rejects.toThrow('403')
    await expect(raw(board.keys.editor, { origin: 'null' })).rejects.toThrow('403')
  })

  it('lets in our own page, and a program that is no page', async () => {
    await raw(board.keys.editor, { origin: server.url })
    await raw(board.keys.editor)
  })

  it('closes for good who has no key, a wrong key, the key of another board, or a board that is not there', async () => {
    const other = await createBoard(server)
    expect((await (await raw('')).closed).code).toBe(CLOSE.loginNeeded)
    expect((await (await raw('x'.repeat(43))).closed).code).toBe(CLOSE.forbidden)
    expect((await (await raw(other.keys.editor)).closed).code).toBe(CLOSE.forbidden)
    expect((await (await raw(board.keys.editor, { token: 'nobody' })).closed).code).toBe(CLOSE.loginNeeded)
    const gone = await rawClient(server, { id: 'nowhere' as TestBoard['id'] }, board.keys.editor)
    expect((await gone.closed).code).toBe(CLOSE.gone)
  })

  it('a revoked key closes the sockets it let in', async () => {
    const { id, key } = await askJson<{ id: string; key: string }>(
      server,
      board.keys.facilitator,
      'POST',
      `/api/boards/${board.id}/keys`,
      { role: 'editor', label: 'Ospiti' },
    )
    const guest = await raw(key)
    const other = await raw(board.keys.editor)
    await ask(server, board.keys.facilitator, 'DELETE', `/api/boards/${board.id}/keys/${id}`)
    expect((await guest.closed).code).toBe(CLOSE.forbidden)
    expect(other.socket.readyState).toBe(other.socket.OPEN)
  })

  it('erasing a board closes its sockets as gone', async () => {
    const client = await raw(board.keys.editor)
    await ask(server, board.keys.facilitator, 'DELETE', `/api/boards/${board.id}`)
    expect((await client.closed).code).toBe(CLOSE.gone)
  })

  it('an archived board is read-only at once, and writable again when it is opened again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const path = `/api/boards/${board.id}`
    const client = await raw(board.keys.editor)
    client.hello(5)
    await vi.waitFor(() => expect(client.messages.map(({ type }) => type)).toEqual(['welcome']))
    await ask(server, board.keys.facilitator, 'PATCH', path, { archived: true })
    await vi.waitFor(() => expect(client.messages).toContainEqual({ type: 'role', role: 'viewer' }))
    const editor = await join(board.keys.editor)
    const code = closing(editor)
    addCard(editor.doc, { kind: 'note', at: [0, 0] })
    expect(await code).toBe(CLOSE.forbidden)
    await ask(server, board.keys.facilitator, 'PATCH', path, { archived: false })
    await vi.waitFor(() => expect(client.messages).toContainEqual({ type: 'role', role: 'editor' }))
  })
})
