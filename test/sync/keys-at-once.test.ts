import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import {
  ask,
  askJson,
  createBoard,
  sitDown,
  startOver,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { freshTable } from './fresh-table.ts'
import { rawClient, type RawClient } from './raw-client.ts'

interface Key {
  readonly id: string
  readonly key: string
  readonly expiresAt: string | null
}

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

const pathOf = (id = '') => `/api/boards/${board.id}/keys${id && `/${id}`}`
const makeKey = (role: Role, more: object = {}): Promise<Key> =>
  askJson<Key>(server, board.keys.facilitator, 'POST', pathOf(), { role, ...more })
const changeKey = (id: string, change: object): Promise<Response> =>
  ask(server, board.keys.facilitator, 'PATCH', pathOf(id), change)
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString()

const joined = async (key: string, clientId = 1) => {
  const client = await rawClient(server, board, key)
  open.push(client)
  client.hello(clientId)
  await vi.waitFor(() => expect(typesIn(client)).toContain('welcome'))
  return client
}
const typesIn = ({ messages }: RawClient): string[] => messages.map(({ type }) => type)
const aWrite = (): Uint8Array => {
  const doc = new Y.Doc()
  addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
  return updateFrame(Y.encodeStateAsUpdate(doc))
}

describe('[SYNC-35] a key that is changed', () => {
  it('demotes who is there without a new connection, and what they write is refused', async () => {
    const { id, key } = await makeKey('editor')
    const client = await joined(key)
    expect((await changeKey(id, { role: 'viewer' })).status).toBe(200)
    await vi.waitFor(() => expect(client.messages.at(-1)).toEqual({ type: 'role', role: 'viewer' }))
    expect(client.socket.readyState).toBe(client.socket.OPEN)
    client.send(aWrite())
    expect(await client.closed).toMatchObject({ code: CLOSE.forbidden })
    expect(client.messages.at(-1)).toMatchObject({ type: 'rejected', code: 'role' })
    expect(
      (await ask(server, key, 'GET', `/api/boards/${board.id}`).then((r) => r.json())) as object,
    ).toMatchObject({
      role: 'viewer',
      counts: { links: 0 },
    })
  })

  it('promotes who is there: they write on the connection they have', async () => {
    const { id, key } = await makeKey('viewer')
    const client = await joined(key)
    await changeKey(id, { role: 'editor' })
    await vi.waitFor(() => expect(client.messages.at(-1)).toEqual({ type: 'role', role: 'editor' }))
    client.send(aWrite())
    await vi.waitFor(() => expect(typesIn(client)).toContain('persisted'))
  })

  it('touches nobody who came with another key', async () => {
    const { id } = await makeKey('editor')
    const other = await joined(board.keys.editor)
    await changeKey(id, { role: 'viewer' })
    await ask(server, board.keys.facilitator, 'DELETE', pathOf(id))
    other.send(aWrite())
    await vi.waitFor(() => expect(typesIn(other)).toContain('persisted'))
    expect(typesIn(other)).not.toContain('role')
  })

  it('closes who is there at the moment it runs out, not at the next beat', async () => {
    const { key, expiresAt } = await makeKey('editor', { expiresAt: soon(400) })
    const client = await joined(key)
    expect(await client.closed).toEqual({ code: CLOSE.forbidden, reason: 'key expired' })
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt ?? ''))
    expect((await ask(server, key, 'GET', `/api/boards/${board.id}`)).status).toBe(401)
  })

  it('takes a shorter end at once, and a longer one too', async () => {
    const short = await makeKey('editor', { expiresAt: soon(3_600_000) })
    const long = await makeKey('editor', { expiresAt: soon(500) })
    const leaving = await joined(short.key, 1)
    const staying = await joined(long.key, 2)
    await changeKey(long.id, { expiresAt: null })
    await changeKey(short.id, { expiresAt: soon(600) })
    expect((await leaving.closed).code).toBe(CLOSE.forbidden)
    expect(staying.socket.readyState).toBe(staying.socket.OPEN)
  })

  it('also counts for a socket whose board is still being loaded', async () => {
    await server.close()
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const { store, registry } = server
    server = await startOver({
      registry,
      store: { ...store, load: async (id) => held.then(() => store.load(id)) },
    })
    const { id, key } = await makeKey('editor')
    const client = await rawClient(server, board, key)
    await ask(server, board.keys.facilitator, 'DELETE', pathOf(id))
    expect(await client.closed).toEqual({ code: CLOSE.forbidden, reason: 'key revoked' })
    letGo()
  })
})

describe('[SYNC-36] the last facilitator key', () => {
  it('cannot be demoted, revoked or made to end; with another one it can', async () => {
    const { keys } = await askJson<{ keys: { id: string; role: Role }[] }>(
      server,
      board.keys.facilitator,
      'GET',
      pathOf(),
    )
    const last = keys.find(({ role }) => role === 'facilitator')?.id ?? ''
    await makeKey('facilitator', { expiresAt: soon(3_600_000) })
    for (const change of [{ role: 'editor' }, { expiresAt: soon(1000) }]) {
      const refused = await changeKey(last, change)
      expect(refused.status).toBe(409)
      expect(await refused.json()).toMatchObject({ code: 'lastFacilitator' })
    }
    expect((await ask(server, board.keys.facilitator, 'DELETE', pathOf(last))).status).toBe(409)
    expect((await changeKey(last, { label: 'Anna' })).status).toBe(200)

    const bruno = await makeKey('facilitator', { label: 'Bruno' })
    expect((await changeKey(last, { role: 'editor' })).status).toBe(200)
    expect((await ask(server, bruno.key, 'DELETE', pathOf(bruno.id))).status).toBe(409)
  })

  it('a revoked key stays revoked', async () => {
    const { id, key } = await makeKey('editor')
    await ask(server, board.keys.facilitator, 'DELETE', pathOf(id))
    expect((await ask(server, board.keys.facilitator, 'DELETE', pathOf(id))).status).toBe(204)
    const again = await changeKey(id, { role: 'viewer' })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ code: 'keyRevoked' })
    expect((await ask(server, key, 'GET', `/api/boards/${board.id}`)).status).toBe(401)
  })

  it('an end in the past is refused with the place', async () => {
    const { id } = await makeKey('editor')
    const refused = await changeKey(id, { expiresAt: soon(-1000) })
    expect(await refused.json()).toMatchObject({ code: 'wrongInput', place: 'expiresAt' })
  })
})

describe('[SYNC-37] a participant', () => {
  it('who comes back with another key of the board is the same: authorship, colour, clientID', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    const doc = new Y.Doc()
    const first = await rawClient(server, board, board.keys.editor, { token: anna.token })
    first.hello(doc.clientID)
    const card = addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
    first.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    await vi.waitFor(() => expect(typesIn(first)).toContain('persisted'))
    first.close()
    await first.closed

    const { key } = await makeKey('editor', { label: 'Anna, di nuovo' })
    const before = Y.encodeStateVector(doc)
    const again = await rawClient(server, board, key, { token: anna.token })
    open.push(again)
    again.hello(doc.clientID)
    await vi.waitFor(() =>
      expect(again.messages[0]).toMatchObject({ type: 'welcome', participant: anna.participant.id }),
    )
    addCard(doc, { kind: 'need', at: [300, 0], title: 'Ancora' })
    again.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
    await vi.waitFor(() => expect(typesIn(again)).toContain('persisted'))
    const authors = await askJson<Record<string, { name: string }>>(
      server,
      key,
      'GET',
      `/api/boards/${board.id}/authors`,
    )
    expect(Object.values(authors).map(({ name }) => name)).toEqual(['Anna', 'Anna'])
    expect(Object.keys(authors)).toContain(card)
  })

  it('is called otherwise when they say so: over HTTP, for cards made before, and for those who are there', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Ana')
    const watching = await joined(board.keys.viewer, 99)
    const client = await rawClient(server, board, board.keys.editor, { token: anna.token })
    open.push(client)
    client.send(aWrite())
    await vi.waitFor(() => expect(JSON.stringify(watching.messages)).toContain('Ana'))

    const me = `/api/boards/${board.id}/participants/me`
    const headers = { 'tavolo-participant': anna.token }
    const changed = await ask(
      server,
      board.keys.editor,
      'PATCH',
      me,
      { name: ' Anna ', organisation: 'Comune' },
      headers,
    )
    expect(await changed.json()).toEqual({
      participant: { ...anna.participant, name: 'Anna', organisation: 'Comune' },
    })
    await vi.waitFor(() => expect(JSON.stringify(watching.messages.at(-1))).toContain('Comune'))
  })

  it('cannot be changed by who is not them', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    const other = await createBoard(server)
    const elsewhere = await sitDown(server, other, other.keys.editor, 'Bruno')
    const me = `/api/boards/${board.id}/participants/me`
    for (const token of ['', 'nobody', elsewhere.token]) {
      const refused = await ask(
        server,
        board.keys.facilitator,
        'PATCH',
        me,
        { name: 'X' },
        { 'tavolo-participant': token },
      )
      expect(refused.status).toBe(401)
      expect(await refused.json()).toMatchObject({ code: 'participantNeeded' })
    }
    expect(server.registry.data.participants[anna.participant.id]?.name).toBe('Anna')
  })
})
