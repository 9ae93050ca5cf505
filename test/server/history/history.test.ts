import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { folderShelf } from '../../../server/history/shelf.ts'
import { openData, type Data } from '../../../server/store/data-folder.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import { guestOf } from '../../../shared/protocol/person-colours.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  temporaryFolder,
  type TestBoard,
  type TestServer,
} from '../running.ts'
import { notedLog } from '../store/noted-log.ts'

interface Event {
  seq: number
  who: { id: string; name: string } | null
  kind: string
  cards: string[]
  sentence: { it: string; en: string }
}
interface Story {
  events: Event[]
  next: number | null
  last: number
  versions: { id: string; seq: number; label: string; automatic: boolean; sha256: string }[]
}

let folder: { path: string; remove: () => Promise<void> }
let data: Data
let server: TestServer
let board: TestBoard
const closing: (() => void)[] = []

async function start(): Promise<void> {
  data = await openData(join(folder.path, 'data'), { log: notedLog() })
  server = await startOver({
    store: data.store,
    registry: data.registry,
    shelf: folderShelf(data.storiesFolder),
  })
}
async function stop(): Promise<void> {
  for (const close of closing.splice(0)) close()
  await server.close()
  await data.close()
}
beforeEach(async () => {
  folder = await temporaryFolder()
  await start()
  board = await createBoard(server)
})
afterEach(async () => {
  await stop()
  await folder.remove()
})

const path = (rest: string): string => `/api/boards/${board.id}/${rest}`
const story = (query = ''): Promise<Story> =>
  askJson(server, board.keys.viewer, 'GET', path(`history${query}`))
const words = async (query = ''): Promise<string[]> =>
  (await story(query)).events.map(({ sentence }) => sentence.it)

/** Somebody at the board, whose edits are one record each. */
async function sit(name: string) {
  const { participant, token } = await sitDown(server, board, board.keys.editor, name)
  const { doc, provider, close } = connect(server, board, board.keys.editor, token)
  closing.push(close)
  await synced(provider)
  return {
    participant,
    token,
    doc,
    provider,
    /** Resolves when the edit is a record. */
    async write(act: (doc: Y.Doc) => unknown): Promise<void> {
      const before = server.store.head(board.id)?.seq ?? 0
      doc.transact(() => act(doc))
      await vi.waitFor(() => expect(server.store.head(board.id)?.seq).toBeGreaterThan(before))
    },
  }
}

const need = (title: string, id: string) => (doc: Y.Doc) =>
  addCard(doc, { kind: 'need', at: [0, 0], title, id: id as CardId })
const docOf = async (response: Response): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
  return doc
}
const state = (seq: number | string): Promise<Response> =>
  ask(server, board.keys.viewer, 'GET', path(`history/${seq}/state`))

describe('the story of a board', () => {
  it('[SYNC-94] newest first, in pages, by card and by person, the same after a restart and without what was derived', async () => {
    const [anna, bruno] = [await sit('Anna'), await sit('Bruno')]
    await anna.write(need('Spazi', 'need-a'))
    await bruno.write(need('Ascolto', 'need-b'))
    await anna.write((doc) => doc.getMap<Y.Map<unknown>>('cards').get('need-b')?.set('source', 'Sportello'))
    const whole = await story()
    expect(whole.events.map(({ kind, who }) => [kind, who?.name ?? null])).toEqual([
      ['changed', 'Anna'],
      ['added', 'Bruno'],
      ['added', 'Anna'],
      ['opened', null],
    ])
    expect(whole).toMatchObject({ next: null, last: server.store.head(board.id)?.seq })
    const first = await story('?limit=1')
    expect(first.events).toEqual(whole.events.slice(0, 1))
    expect((await story(`?limit=2&before=${first.next}`)).events).toEqual(whole.events.slice(1, 3))
    expect(await words('?card=need-b')).toEqual([
      'ha indicato chi lo dice del bisogno «Ascolto»: «Sportello»',
      'ha proposto il bisogno «Ascolto»',
    ])
    expect(await words(`?who=${bruno.participant.id}`)).toEqual(['ha proposto il bisogno «Ascolto»'])
    expect((await ask(server, board.keys.viewer, 'GET', path('history?limit=201'))).status).toBe(422)

    const derived = join(data.storiesFolder, board.id)
    expect(await readdir(derived)).toContain('head.json')
    for (const spoil of [
      async () => undefined,
      () => rm(derived, { recursive: true }),
      () => writeFile(join(derived, 'head.json'), '{"format":1,"seq":99'),
      () =>
        writeFile(
          join(derived, 'head.json'),
          '{"format":1,"seq":2,"hash":"00","open":[],"pages":[],"states":[]}',
        ),
    ]) {
      await stop()
      await spoil()
      await start()
      expect((await story()).events.slice(-4)).toEqual(whole.events)
    }
  })

  it('[SYNC-98] shows the board as it was after any record, and no other', async () => {
    const anna = await sit('Anna')
    await anna.write(need('Spazi', 'need-a'))
    const seq = server.store.head(board.id)?.seq ?? 0
    await anna.write((doc) => editText(doc, 'need-a' as CardId, 'title', 'Spazi per i giovani'))
    const then = await state(seq)
    expect(then.headers.get('tavolo-seq')).toBe(String(seq))
    expect(then.headers.get('tavolo-at')).toMatch(/^\d{4}-.*Z$/)
    expect(boardOf(await docOf(then)).cards.get('need-a' as CardId)?.title).toBe('Spazi')
    expect(boardOf(await docOf(await state(seq + 1))).cards.get('need-a' as CardId)?.title).toBe(
      'Spazi per i giovani',
    )
    expect(boardOf(await docOf(await state(seq - 1))).cards.size).toBe(0)
    for (const none of [seq + 2, 0, 'x', '1e3']) expect((await state(none)).status, String(none)).toBe(404)
  })

  it('[SYNC-99] what is not durable is in no story', async () => {
    const { gatedStore } = await import('../../doubles/gated-store.ts')
    const store = gatedStore()
    const other = await startOver({ store })
    const there = await createBoard(other)
    store.shut()
    const { doc, provider, close } = connect(other, there, there.keys.editor)
    closing.push(close)
    await synced(provider)
    need('Non ancora', 'need-x')(doc)
    await vi.waitFor(() => expect(store.waiting).toBeGreaterThan(0))
    const read = () => askJson<Story>(other, there.keys.viewer, 'GET', `/api/boards/${there.id}/history`)
    expect((await read()).events.map(({ kind }) => kind)).toEqual(['opened'])
    store.open()
    await vi.waitFor(async () =>
      expect((await read()).events.map(({ kind }) => kind)).toEqual(['added', 'opened']),
    )
    await other.close()
  })

  it('[SYNC-94] thousands of records are told once, with whole states in between', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    Y.applyUpdate(
      doc,
      new Uint8Array(await (await state(server.store.head(board.id)?.seq ?? 0)).arrayBuffer()),
    )
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 30; n++) need(`Bisogno ${n}`, `need-${n}`)(doc)
    for (let n = 0; n < 5000; n++)
      editText(doc, `need-${n % 30}` as CardId, 'title', `Bisogno ${n % 30} detto ${n} volte`)
    const timeMs = Date.now()
    await Promise.all(
      updates.map((update, n) =>
        server.store.append({ board: board.id, actor: 'server', timeMs: timeMs + n * 100, update }),
      ),
    )
    const last = server.store.head(board.id)?.seq ?? 0
    expect((await story('?limit=10')).last).toBe(last)
    expect(
      (await readdir(join(data.storiesFolder, board.id))).filter((name) => name.endsWith('.state')).length,
    ).toBe(2)
    const now = boardOf(await docOf(await state(last)))
    expect(now.cards.get('need-29' as CardId)?.title).toBe('Bisogno 29 detto 4979 volte')
    const then = boardOf(await docOf(await state(last - 4000)))
    expect(then.cards.get('need-29' as CardId)?.title).toBe('Bisogno 29 detto 989 volte')
    const reading = vi.spyOn(server.store, 'records')
    await story()
    expect(reading).not.toHaveBeenCalled()
    reading.mockRestore()
  })
})

describe('going back', () => {
  it('[SYNC-100] takes the whole board back as one edit of who asked, with a version of before, and others follow', async () => {
    const anna = await sit('Anna')
    await anna.write(need('Spazi', 'need-a'))
    const seq = server.store.head(board.id)?.seq ?? 0
    await anna.write((doc) => editText(doc, 'need-a' as CardId, 'title', 'Altro'))
    await anna.write(need('Di troppo', 'need-b'))
    const before = server.store.head(board.id)?.seq ?? 0
    const restore = path(`history/${seq}/restore`)
    expect((await ask(server, board.keys.editor, 'POST', restore, {})).status).toBe(403)
    const answer = await askJson(
      server,
      board.keys.facilitator,
      'POST',
      restore,
      {},
      { 'tavolo-participant': anna.token },
    )
    expect(answer).toEqual({ seq: before + 1, changed: { cards: 2, links: 0 } })
    await vi.waitFor(() => {
      const { cards, trash } = boardOf(anna.doc)
      expect(cards.get('need-a' as CardId)?.title).toBe('Spazi')
      expect([...trash.keys()]).toEqual(['need-b'])
    })
    const { events, versions } = await story()
    expect(events[0]).toMatchObject({
      kind: 'wentBack',
      who: { name: 'Anna' },
      sentence: { it: `ha riportato il tavolo a com’era alla registrazione ${seq}` },
    })
    expect(versions).toMatchObject([{ seq: before, automatic: true, label: 'Prima di tornare indietro' }])
  })

  it('[SYNC-101] takes one card back, for editors; one that was not there then is refused', async () => {
    const anna = await sit('Anna')
    const start = server.store.head(board.id)?.seq ?? 0
    await anna.write(need('Spazi', 'need-a'))
    const seq = server.store.head(board.id)?.seq ?? 0
    await anna.write((doc) => editText(doc, 'need-a' as CardId, 'title', 'Altro'))
    await anna.write(need('Nuovo', 'need-b'))
    const back = (to: number) =>
      ask(server, board.keys.editor, 'POST', path(`history/${to}/restore`), { card: 'need-a' })
    expect((await back(start)).status).toBe(404)
    expect(await (await back(seq)).json()).toMatchObject({ changed: { cards: 1, links: 0 } })
    await vi.waitFor(() => expect(boardOf(anna.doc).cards.get('need-a' as CardId)?.title).toBe('Spazi'))
    expect(boardOf(anna.doc).cards.has('need-b' as CardId)).toBe(true)
    expect((await story()).versions).toEqual([])
    await ask(server, board.keys.facilitator, 'PATCH', path('').slice(0, -1), { archived: true })
    expect((await back(seq)).status).toBe(409)
  })

  it('[SYNC-102] only the server may say that somebody went back', async () => {
    const anna = await sit('Anna')
    const closed = new Promise<number>((resolve) =>
      anna.provider.on('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0)),
    )
    anna.doc.getMap('board').set('wentBack', { to: 1 })
    expect(await closed).toBe(4400)
    expect(await words()).toEqual(['ha aperto il tavolo «Quartieri Connessi»'])
  })
})

describe('versions', () => {
  it('[SYNC-103] name a moment, with what vouches for it; the name can go, and goes with the board', async () => {
    const anna = await sit('Anna')
    await anna.write(need('Spazi', 'need-a'))
    const made = await ask(
      server,
      board.keys.editor,
      'POST',
      path('versions'),
      { label: 'Bozza', note: 'Dopo il tavolo' },
      { 'tavolo-participant': anna.token },
    )
    expect(made.status).toBe(201)
    const version = (await made.json()) as { id: string; seq: number; sha256: string }
    const head = server.store.head(board.id)
    expect(version).toMatchObject({ seq: head?.seq, label: 'Bozza', automatic: false, by: { name: 'Anna' } })
    expect(version.sha256).toBe(Buffer.from(head?.hash ?? []).toString('hex'))
    expect(await askJson(server, board.keys.viewer, 'GET', path('versions'))).toMatchObject({
      versions: [{ id: version.id }],
    })
    expect(
      (await ask(server, board.keys.editor, 'POST', path('versions'), { label: 'X', seq: 999 })).status,
    ).toBe(404)
    expect((await ask(server, board.keys.facilitator, 'DELETE', path(`versions/${version.id}`))).status).toBe(
      204,
    )
    expect((await story()).versions).toEqual([])
    await ask(server, board.keys.editor, 'POST', path('versions'), { label: 'Ultima' })
    await ask(server, board.keys.facilitator, 'DELETE', path('').slice(0, -1))
    expect(data.registry.data.versions).toEqual({})
    expect(await readdir(data.storiesFolder)).toEqual([])
  })

  it('[SYNC-103] two hundred at most', async () => {
    for (let n = 0; n < 200; n++)
      await ask(server, board.keys.editor, 'POST', path('versions'), { label: `Versione ${n}` })
    const refused = await ask(server, board.keys.editor, 'POST', path('versions'), { label: 'Una di troppo' })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'tooMany' })
  })
})

describe('for a records office, and erasure', () => {
  it('[SYNC-104] the whole story as CSV, with no cell that computes', async () => {
    const anna = await sit('=Anna')
    await anna.write(need('Spazi; "belli"', 'need-a'))
    const response = await ask(server, board.keys.viewer, 'GET', path('history.csv'))
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, opened, added, ...rest] = (await response.text()).split('\n')
    expect(head).toBe('registrazione;dalla;data;chi;ente;tipo;che_cosa;schede;collegamenti;sha256')
    expect(opened).toMatch(/;il server;;opened;/)
    const hash = Buffer.from(server.store.head(board.id)?.hash ?? []).toString('hex')
    expect(added).toMatch(
      /^\d+;\d+;\d{4}-\d\d-\d\dT[\d:.]+Z;'=Anna;;added;"ha proposto il bisogno «Spazi; ""belli""»";need-a;;/,
    )
    expect(added?.endsWith(hash)).toBe(true)
    expect(rest).toEqual([''])
  })

  it('[SYNC-104] calls who gave no name as the page does, and whose name was taken out not at all', async () => {
    const guest = await sit('')
    await guest.write(need('Spazi', 'need-a'))
    const [, , added] = (
      await (await ask(server, board.keys.viewer, 'GET', path('history.csv'))).text()
    ).split('\n')
    expect(added?.split(';')[3]).toBe(guestOf(guest.participant.colour))
    expect(added).toMatch(/;Ospite [a-z]+;;added;/)
  })

  it('[SYNC-97] is followed for whoever asks: to the last record, with the moments that vouch for it', async () => {
    const anna = await sit('Anna')
    await anna.write(need('Spazi', 'need-a'))
    const named = await ask(server, board.keys.editor, 'POST', path('versions'), { label: 'Bozza' })
    const { id, seq } = (await named.json()) as { id: string; seq: number }
    await anna.write(need('Ascolto', 'need-b'))
    const follow = () => askJson(server, board.keys.viewer, 'GET', path('history/chain'))
    const head = server.store.head(board.id)
    expect(await follow()).toMatchObject({
      sound: true,
      first: 1,
      last: head?.seq,
      sha256: Buffer.from(head?.hash ?? []).toString('hex'),
      moments: 1,
      unsound: [],
    })
    await data.registry.change((kept) => {
      const version = kept.versions[id]
      if (!version) throw new Error('it has a name')
      const altered = { ...version, sha256: '0'.repeat(64) }
      return { data: { ...kept, versions: { ...kept.versions, [id]: altered } }, result: null }
    })
    expect(await follow()).toMatchObject({ sound: false, unsound: [{ kind: 'moment', seq, label: 'Bozza' }] })
  })

  it('[SYNC-105] a person who is forgotten is nobody anywhere, their sockets are closed, and the chain holds', async () => {
    const [anna, bruno] = [await sit('Anna Segreta'), await sit('Bruno')]
    await anna.write(need('Spazi', 'need-a'))
    await ask(
      server,
      board.keys.editor,
      'POST',
      path('versions'),
      { label: 'Bozza' },
      { 'tavolo-participant': anna.token },
    )
    const gone = path(`participants/${anna.participant.id}`)
    expect(
      (await ask(server, board.keys.editor, 'DELETE', gone, undefined, { 'tavolo-participant': bruno.token }))
        .status,
    ).toBe(403)
    const closed = new Promise<number | undefined>((resolve) =>
      anna.provider.on('connection-close', (event) => resolve(event?.code)),
    )
    expect(
      (await ask(server, board.keys.viewer, 'DELETE', gone, undefined, { 'tavolo-participant': anna.token }))
        .status,
    ).toBe(204)
    expect(await closed).toBe(CLOSE.loginNeeded)
    const { events, versions } = await story()
    expect(events[0]).toMatchObject({ kind: 'added', who: { id: anna.participant.id, name: '' } })
    expect(versions).toMatchObject([{ by: { name: '' } }])
    for (const rest of ['history', 'history.csv', 'versions', 'authors'])
      expect(await (await ask(server, board.keys.facilitator, 'GET', path(rest))).text()).not.toContain(
        'Segreta',
      )
    expect(JSON.stringify(data.registry.data)).not.toContain('Segreta')
    expect((await data.store.verify(new Map())).faults).toEqual([])
    expect((await ask(server, board.keys.facilitator, 'DELETE', gone)).status).toBe(404)
  })
})
