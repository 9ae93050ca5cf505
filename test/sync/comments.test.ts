import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { addComment, removeComment, settleThread } from '../../shared/board/commands/comments.ts'
import { LOCAL } from '../../shared/board/origin.ts'
import { cardsOf, commentsOf } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { CardId, CommentId } from '../../shared/ids.ts'
import { memoryStore } from '../../server/store/memory-store.ts'
import { memoryRegistry } from '../../server/store/registry.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { rawClient } from './raw-client.ts'

const CARD = 'bisogno' as CardId

let server: TestServer
let board: TestBoard
const open: { close: () => void }[] = []

beforeEach(async () => {
  server = await startOver()
  board = await createBoard(server)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(async () => {
  open.splice(0).forEach((one) => one.close())
  await server.close()
})

/** Somebody at the table with a name of their own. */
async function person(name: string, role: 'editor' | 'facilitator' = 'editor') {
  const { participant, token } = await sitDown(server, board, board.keys[role], name)
  const client = connect(server, board, board.keys[role], token)
  open.push(client)
  await synced(client.provider)
  return { ...client, id: participant.id, token }
}

type Told = { id: CommentId; text: string; answers: string | null; by: { name: string }; at: string }
const told = async (): Promise<Told[]> =>
  (await askJson<{ comments: Told[] }>(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/comments`))
    .comments
const closing = ({ provider }: Pick<Awaited<ReturnType<typeof person>>, 'provider'>): Promise<number> =>
  new Promise((resolve) =>
    (provider as unknown as { once(name: string, run: (event: { code: number }) => void): void }).once(
      'closed',
      ({ code }) => resolve(code),
    ),
  )

async function aComment(by: Awaited<ReturnType<typeof person>>): Promise<CommentId> {
  addCard(by.doc, { kind: 'need', at: [0, 0], title: 'Spazi', id: CARD })
  const id = addComment(by.doc, { card: CARD, text: 'Chi lo gestisce?' })
  if (!id) throw new Error('nothing was said')
  await vi.waitFor(async () => expect(await told()).toHaveLength(1))
  return id
}

const textIn = (doc: Y.Doc, id: CommentId): Y.Text => commentsOf(doc).get(id)?.get('text') as Y.Text
const hasIt = (doc: Y.Doc, id: CommentId): Promise<void> =>
  vi.waitFor(() => expect(commentsOf(doc).has(id)).toBe(true))

describe('[SYNC-106] who said something', () => {
  it('is whom the server saw write it, whatever the comment says of itself', async () => {
    const [anna, bruno] = [await person('Anna'), await person('Bruno')]
    const first = await aComment(anna)
    await hasIt(bruno.doc, first)
    addComment(bruno.doc, { card: CARD, text: 'Il comune', answers: first })
    const forged = new Y.Map<unknown>([
      ['card', CARD],
      ['text', 'Io no'],
      ['author', anna.id],
    ])
    commentsOf(bruno.doc).set('zz', forged)
    await vi.waitFor(async () =>
      expect((await told()).map(({ text, by }) => `${by.name}: ${text}`).sort()).toEqual([
        'Anna: Chi lo gestisce?',
        'Bruno: Il comune',
        'Bruno: Io no',
      ]),
    )
  })

  it('is told on the stream within a moment', async () => {
    const anna = await person('Anna')
    const reader = await rawClient(server, board, board.keys.viewer)
    open.push(reader)
    reader.hello(77)
    const id = await aComment(anna)
    const events = await vi.waitFor(() => {
      const found = reader.messages.filter((one) => one.type === 'event' && one.name === 'comments')
      expect(found).toHaveLength(1)
      return found
    })
    const [event] = events
    expect(event?.type === 'event' && JSON.parse(event.detail)).toMatchObject({
      [id]: { name: 'Anna', id: anna.id },
    })
  })

  it('is known after a restart, from the log and from a snapshot', async () => {
    const [store, registry] = [memoryStore(), memoryRegistry()]
    await server.close()
    server = await startOver({ store, registry })
    board = await createBoard(server)
    await aComment(await person('Anna'))
    // Closing writes a snapshot; the second start reads nothing else.
    for (let start = 0; start < 2; start++) {
      open.splice(0).forEach((one) => one.close())
      await server.close()
      server = await startOver({ store, registry })
      expect(await told()).toMatchObject([{ text: 'Chi lo gestisce?', by: { name: 'Anna' } }])
    }
  })
})

describe('[SYNC-106] what another said', () => {
  const tampering: readonly [string, (doc: Y.Doc, id: CommentId) => unknown][] = [
    ['letters put in', (doc, id) => textIn(doc, id).insert(0, 'Non ')],
    ['letters taken out', (doc, id) => textIn(doc, id).delete(0, 5)],
    ['the whole text', (doc, id) => commentsOf(doc).get(id)?.set('text', new Y.Text('Altro'))],
    ['the card it is about', (doc, id) => commentsOf(doc).get(id)?.set('card', 'altra')],
    ['the mark that it is gone', (doc, id) => removeComment(doc, id)],
    ['the record', (doc, id) => commentsOf(doc).delete(id)],
    ['the record, replaced', (doc, id) => commentsOf(doc).set(id, new Y.Map([['card', CARD]]))],
  ]

  it.each(tampering)('%s: refused, and nothing is changed for anyone', async (_what, tamper) => {
    const [anna, bruno] = [await person('Anna'), await person('Bruno')]
    const id = await aComment(anna)
    await hasIt(bruno.doc, id)
    const code = closing(bruno)
    tamper(bruno.doc, id)
    expect(await code).toBe(CLOSE.forbidden)
    expect(await told()).toMatchObject([{ id, text: 'Chi lo gestisce?', by: { name: 'Anna' } }])
  })

  it('is settled by anybody at the table, and opened again', async () => {
    const [anna, bruno] = [await person('Anna'), await person('Bruno')]
    const id = await aComment(anna)
    await hasIt(bruno.doc, id)
    settleThread(bruno.doc, id, true)
    await vi.waitFor(async () => expect(await told()).toMatchObject([{ resolved: true }]))
    settleThread(anna.doc, id, false)
    await vi.waitFor(async () => expect(await told()).toMatchObject([{ resolved: false }]))
  })

  it('is taken away by who facilitates, and put back by their undo, but not put into other words', async () => {
    const [anna, head] = [await person('Anna'), await person('Facilitatrice', 'facilitator')]
    const id = await aComment(anna)
    await hasIt(head.doc, id)
    const undo = new Y.UndoManager(commentsOf(head.doc), { trackedOrigins: new Set([LOCAL]) })
    removeComment(head.doc, id)
    await vi.waitFor(async () => expect(await told()).toEqual([]))
    undo.undo()
    await vi.waitFor(async () => expect(await told()).toHaveLength(1))
    const code = closing(head)
    textIn(head.doc, id).insert(0, 'Non ')
    expect(await code).toBe(CLOSE.forbidden)
  })

  it('its author takes away and puts back; after that nothing else is refused', async () => {
    const anna = await person('Anna')
    const id = await aComment(anna)
    const undo = new Y.UndoManager([commentsOf(anna.doc), cardsOf(anna.doc)], {
      trackedOrigins: new Set([LOCAL]),
    })
    removeComment(anna.doc, id)
    undo.undo()
    addComment(anna.doc, { card: CARD, text: 'Ancora' })
    undo.undo()
    undo.redo()
    await vi.waitFor(async () =>
      expect((await told()).map(({ text }) => text).sort()).toEqual(['Ancora', 'Chi lo gestisce?']),
    )
  })
})

describe('[SYNC-106] commenting without a document', () => {
  const path = (): string => `/api/boards/${board.id}/comments`

  it('a contributor says and answers under their own name', async () => {
    const first = await aComment(await person('Anna'))
    const { token } = await sitDown(server, board, board.keys.contributor, 'Carla')
    const answer = { card: CARD, text: 'La parrocchia\nha due sale', answers: first }
    const response = await ask(server, board.keys.contributor, 'POST', path(), answer, {
      'tavolo-participant': token,
    })
    expect(response.status).toBe(201)
    expect(await told()).toMatchObject([
      { by: { name: 'Anna' } },
      { text: 'La parrocchia\nha due sale', answers: first, by: { name: 'Carla' } },
    ])
  })

  it('what has no place is refused in words', async () => {
    const first = await aComment(await person('Anna'))
    const post = async (body: object): Promise<number> =>
      (await ask(server, board.keys.contributor, 'POST', path(), body)).status
    expect(await post({ card: 'altrove', text: 'Ciao' })).toBe(404)
    expect(await post({ card: CARD, text: 'Ciao', answers: 'nessuno' })).toBe(404)
    expect(await post({ card: CARD, text: ' ' })).toBe(422)
    expect(await post({ card: CARD, text: 'x'.repeat(2001) })).toBe(422)
    await ask(server, board.keys.facilitator, 'PATCH', `/api/boards/${board.id}`, { archived: true })
    expect(await post({ card: CARD, text: 'Ciao', answers: first })).toBe(409)
    expect(await told()).toHaveLength(1)
  })
})
