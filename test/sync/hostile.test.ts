import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { cardsOf, headerOf } from '../../shared/board/schema.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { answerFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { connect, sitDown, synced, type TestBoard, type TestServer } from '../server/running.ts'
import { freshTable } from './fresh-table.ts'
import { rawClient, updatesIn } from './raw-client.ts'

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

const raw = async (token?: string) => {
  const client = await rawClient(server, board, board.keys.editor, token === undefined ? {} : { token })
  open.push(client)
  return client
}

const join = async (token?: string) => {
  const client = connect(server, board, board.keys.editor, token)
  open.push(client)
  await synced(client.provider)
  return client
}

const emptyAnswer = () => answerFrame(Y.encodeStateAsUpdate(new Y.Doc()))

/** What a document that did only this would send. */
function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

const record = (entries: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(entries))

async function contentNow(): Promise<string[]> {
  const late = connect(server, board, board.keys.viewer)
  await synced(late.provider)
  const titles = [...boardOf(late.doc).cards.values()].map(({ title }) => title)
  late.close()
  return titles
}

describe('[SYNC-4] a clientID writes for one participant', () => {
  it('refuses structs in the name of somebody else, and the victim goes on undisturbed', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    const bruno = await sitDown(server, board, board.keys.editor, 'Bruno')
    const victim = await join(anna.token)
    addCard(victim.doc, { kind: 'note', at: [0, 0], title: 'prima' })
    await vi.waitFor(async () => expect(await contentNow()).toEqual(['prima']))
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim.doc))
    forged.clientID = victim.doc.clientID
    const before = Y.encodeStateVector(forged)
    addCard(forged, { kind: 'note', at: [0, 0], title: 'falsa' })
    const thief = await raw(bruno.token)
    thief.send(emptyAnswer())
    thief.send(updateFrame(Y.encodeStateAsUpdate(forged, before)))
    expect((await thief.closed).code).toBe(CLOSE.clientIdTaken)
    addCard(victim.doc, { kind: 'note', at: [0, 0], title: 'dopo' })
    await vi.waitFor(async () => expect((await contentNow()).sort()).toEqual(['dopo', 'prima']))
  })

  it('binds at the first frame that names it: presence and hello count', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    const bruno = await sitDown(server, board, board.keys.editor, 'Bruno')
    const present = await join(anna.token)
    present.provider.awareness.setLocalState({ name: 'Anna' })
    const watcher = await join()
    await vi.waitFor(() =>
      expect(watcher.provider.awareness.getStates().has(present.doc.clientID)).toBe(true),
    )
    const thief = await raw(bruno.token)
    thief.hello(present.doc.clientID)
    expect((await thief.closed).code).toBe(CLOSE.clientIdTaken)
  })

  it('lets one participant come back on a new socket with the same document', async () => {
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    const first = await join(anna.token)
    addCard(first.doc, { kind: 'note', at: [0, 0], title: 'uno' })
    await vi.waitFor(async () => expect(await contentNow()).toEqual(['uno']))
    first.provider.disconnect()
    addCard(first.doc, { kind: 'note', at: [0, 0], title: 'due' })
    first.provider.connect()
    await vi.waitFor(async () => expect((await contentNow()).sort()).toEqual(['due', 'uno']))
  })
})

describe('[SYNC-5] what is not sound, or wrong in itself, leaves no trace', () => {
  const cases: [string, (doc: Y.Doc) => void, number][] = [
    ['a card that is no map', (doc) => doc.getMap('cards').set('a', 'testo'), CLOSE.badFrame],
    [
      'a place that is no pair',
      (doc) => cardsOf(doc).set('a', record({ kind: 'note', at: 'qui' })),
      CLOSE.badFrame,
    ],
    [
      'a place beyond reach',
      (doc) => cardsOf(doc).set('a', record({ kind: 'note', at: [1e9, 0] })),
      CLOSE.badFrame,
    ],
    ['cents that are no number', (doc) => cardsOf(doc).set('a', record({ costCents: '12' })), CLOSE.badFrame],
    [
      'a title over twice the limit',
      (doc) => cardsOf(doc).set('a', record({ title: 'x'.repeat(401) })),
      CLOSE.badFrame,
    ],
    [
      'a shared text over twice the limit',
      (doc) => cardsOf(doc).set('a', record({ body: new Y.Text('x'.repeat(20_001)) })),
      CLOSE.badFrame,
    ],
    [
      'a shared text where a value stands',
      (doc) => cardsOf(doc).set('a', record({ source: new Y.Text('x') })),
      CLOSE.badFrame,
    ],
    [
      'an unknown key with too much in it',
      (doc) => cardsOf(doc).set('a', record({ new: 'x'.repeat(20_001) })),
      CLOSE.badFrame,
    ],
    ['a schema version', (doc) => headerOf(doc).set('schemaVersion', 99), CLOSE.badFrame],
    ['a document in the document', (doc) => doc.getMap('cards').set('a', new Y.Doc()), CLOSE.badFrame],
    ['many megabytes of bytes', (doc) => doc.getMap('x').set('a', new Uint8Array(5000)), CLOSE.badFrame],
  ]
  it.each(cases)('refuses %s', async (_name, change, code) => {
    const before = await contentNow()
    const client = await raw()
    client.hello(3)
    client.send(emptyAnswer())
    client.send(updateFrame(updateOf(change)))
    expect((await client.closed).code).toBe(code)
    expect(client.messages.some(({ type }) => type === 'rejected')).toBe(true)
    expect(await contentNow()).toEqual(before)
  })

  it('takes what it does not know: roots, kinds and keys of a newer version', async () => {
    const { doc } = await join()
    doc.getMap('futuro').set('a', 1)
    cardsOf(doc).set('b', record({ kind: 'indicator', at: [0, 0], gauge: { max: 3 }, title: 'semplice' }))
    await vi.waitFor(async () => {
      const late = await join()
      expect(late.doc.getMap('futuro').get('a')).toBe(1)
      expect(cardsOf(late.doc).get('b')?.get('gauge')).toEqual({ max: 3 })
    })
  })
})

describe('updates that depend on others', () => {
  /** Two edits of one document: the second needs the first. */
  function pair(): [Uint8Array, Uint8Array, Y.Doc] {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    cardsOf(doc).set('a', record({ kind: 'note', at: [0, 0], title: new Y.Text('ab') }))
    ;(cardsOf(doc).get('a')?.get('title') as Y.Text).insert(1, 'X')
    const [first, second] = updates
    if (!first || !second) throw new Error('two updates were expected')
    return [first, second, doc]
  }

  it('[SYNC-6] are held until the connection has told what it has: people type before the first sync', async () => {
    const [, second, doc] = pair()
    const client = await raw()
    client.hello(doc.clientID)
    client.send(updateFrame(second))
    client.send(answerFrame(Y.encodeStateAsUpdate(doc)))
    await vi.waitFor(() =>
      expect(client.messages).toContainEqual(expect.objectContaining({ type: 'persisted', frames: 2 })),
    )
    expect(await contentNow()).toEqual(['aXb'])
  })

  it('[SYNC-6] never reach the others on their own, and are refused once nothing more can come', async () => {
    const watcher = await raw()
    watcher.send(stateVectorFrame(Uint8Array.of(0)))
    const [, second] = pair()
    const client = await raw()
    client.send(updateFrame(second))
    client.send(emptyAnswer())
    expect((await client.closed).code).toBe(CLOSE.badFrame)
    expect(updatesIn(watcher.frames)).toHaveLength(0)
    expect(await contentNow()).toEqual([])
  })

  it('refuses deletions of what does not exist', async () => {
    const encoder = encoding.createEncoder()
    // No structs; one client, 7, of which clocks 0 to 1e9 are said to be deleted.
    for (const number of [0, 1, 7, 1, 0, 1e9]) encoding.writeVarUint(encoder, number)
    const client = await raw()
    client.send(emptyAnswer())
    client.send(updateFrame(encoding.toUint8Array(encoder)))
    expect((await client.closed).code).toBe(CLOSE.badFrame)
  })
})

describe('frames that are none', () => {
  it.each([
    ['nothing', []],
    ['an unknown type', [99]],
    ['a cut one', [0, 2, 200]],
    ['a number without end', [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
    ['an endless presence', [1, 5, 255, 255, 255, 255, 15]],
  ])('%s closes the connection, and only that', async (_name, bytes) => {
    const other = await join()
    const client = await raw()
    client.send(Uint8Array.from(bytes))
    expect((await client.closed).code).toBe(CLOSE.badFrame)
    addCard(other.doc, { kind: 'note', at: [0, 0], title: 'viva' })
    await vi.waitFor(async () => expect(await contentNow()).toEqual(['viva']))
  })

  it('a text frame closes the connection', async () => {
    const client = await raw()
    client.socket.send('ciao')
    expect((await client.closed).code).toBe(CLOSE.badFrame)
  })

  it('a frame over the limit closes the connection before it is read to its end', async () => {
    const client = await raw()
    client.send(new Uint8Array(1024 * 1024 + 1))
    expect((await client.closed).code).toBe(1009)
  })

  it('a state vector of a million strangers is not answered', async () => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 200_000)
    for (let client = 0; client < 200_000; client++) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
    }
    const client = await raw()
    client.send(stateVectorFrame(encoding.toUint8Array(encoder)))
    expect((await client.closed).code).toBe(CLOSE.badFrame)
  })
})
