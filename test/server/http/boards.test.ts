import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { FORMATS } from '../../../shared/formats/index.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  type TestServer,
} from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver({ env: { TAVOLO_PUBLIC_URL: 'https://tavolo.comune.example/' } })
})
afterAll(() => server.close())

const problemOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as object),
})

describe('opening a board', () => {
  it('gives one key a role and the link that carries it, under the public address', async () => {
    const board = await createBoard(server)
    expect(board.id).toMatch(/^[0-9a-z]{12}$/)
    expect(new Set(Object.values(board.keys)).size).toBe(4)
    for (const key of Object.values(board.keys)) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(board.urls.editor).toBe(`https://tavolo.comune.example/b/${board.id}#${board.keys.editor}`)
    expect(board.urls.contributor).toBe(
      `https://tavolo.comune.example/p/${board.id}#${board.keys.contributor}`,
    )
  })

  it('from a model it holds the model, with the totals of the case', async () => {
    const board = await createBoard(server, { model: 'quartieri-connessi' })
    const info = await askJson<{ counts: Record<string, number> }>(
      server,
      board.keys.viewer,
      'GET',
      `/api/boards/${board.id}`,
    )
    expect(info.counts).toMatchObject({ action: 3, axis: 3, intervention: 1 })
    const plan = await ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/plan`)
    expect(await plan.text()).toContain('3029519.50')
  })

  it.each([
    [{ programme: 'pon-metro-2014-2020' }, 'title'],
    [{ title: '   ', programme: 'pon-metro-2014-2020' }, 'title'],
    [{ title: 'x'.repeat(201), programme: 'pon-metro-2014-2020' }, 'title'],
    [{ title: 'x', programme: 'altro' }, 'programme'],
    [{ title: 'x', programme: 'pon-metro-2014-2020', model: 'altro' }, 'model'],
  ])('says where %j is wrong', async (body, place) => {
    const response = await ask(server, server.operatorKey, 'POST', '/api/boards', body)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 422, code: 'wrongInput', place })
  })

  it('answers in English to who asks for it, and calls JSON that is none by its name', async () => {
    const english = await ask(server, server.operatorKey, 'POST', '/api/boards', '{', {
      'accept-language': 'en-GB,en',
    })
    expect(await problemOf(english)).toMatchObject({
      status: 400,
      code: 'notJson',
      detail: 'What was sent is not JSON.',
    })
    const large = await ask(server, server.operatorKey, 'POST', '/api/boards', { title: 'x'.repeat(70_000) })
    expect(await problemOf(large)).toMatchObject({ status: 413, code: 'tooLarge' })
  })

  it('an organiser sees their own boards, the operator all, and a revoked organiser none', async () => {
    const { id, key } = await askJson<{ id: string; key: string }>(
      server,
      server.operatorKey,
      'POST',
      '/api/organisers',
      {
        label: 'Ufficio Piani',
      },
    )
    const mine = await createBoard({ url: server.url, operatorKey: key })
    await createBoard(server)
    const listed = async (who: string) =>
      (await askJson<{ boards: { id: string }[] }>(server, who, 'GET', '/api/boards')).boards.map(
        (one) => one.id,
      )
    expect(await listed(key)).toEqual([mine.id])
    expect((await listed(server.operatorKey)).length).toBeGreaterThan(1)
    expect((await ask(server, server.operatorKey, 'DELETE', `/api/organisers/${id}`)).status).toBe(204)
    expect((await ask(server, key, 'GET', '/api/boards')).status).toBe(401)
    expect((await ask(server, mine.keys.viewer, 'GET', `/api/boards/${mine.id}`)).status).toBe(200)
  })
})

describe('keys', () => {
  it('are shown once, listed without secret, and good for nothing once revoked or expired', async () => {
    const board = await createBoard(server)
    const path = `/api/boards/${board.id}/keys`
    const made = await askJson<{ id: string; key: string; url: string }>(
      server,
      board.keys.facilitator,
      'POST',
      path,
      {
        role: 'editor',
        label: 'Cooperativa',
      },
    )
    expect(made.url).toContain(`#${made.key}`)
    const list = await (await ask(server, board.keys.facilitator, 'GET', path)).text()
    expect(list).toContain('Cooperativa')
    expect(list).not.toContain(made.key)
    expect(list).not.toContain('hash')
    expect((await ask(server, made.key, 'GET', `/api/boards/${board.id}`)).status).toBe(200)
    expect((await ask(server, board.keys.facilitator, 'DELETE', `${path}/${made.id}`)).status).toBe(204)
    expect((await ask(server, made.key, 'GET', `/api/boards/${board.id}`)).status).toBe(401)
    const past = await ask(server, board.keys.facilitator, 'POST', path, {
      role: 'viewer',
      expiresAt: '2020-01-01T00:00:00Z',
    })
    expect(await problemOf(past)).toMatchObject({ status: 422, place: 'expiresAt' })
    const soon = new Date(Date.now() + 150).toISOString()
    const short = await askJson<{ key: string }>(server, board.keys.facilitator, 'POST', path, {
      role: 'viewer',
      expiresAt: soon,
    })
    await vi.waitFor(async () =>
      expect((await ask(server, short.key, 'GET', `/api/boards/${board.id}`)).status).toBe(401),
    )
  })

  it('the last key of facilitation stays, so that nobody locks everybody out', async () => {
    const board = await createBoard(server)
    const path = `/api/boards/${board.id}/keys`
    const { keys } = await askJson<{ keys: { id: string; role: string }[] }>(
      server,
      board.keys.facilitator,
      'GET',
      path,
    )
    const own = keys.find(({ role }) => role === 'facilitator')
    const refused = await ask(server, board.keys.facilitator, 'DELETE', `${path}/${own?.id ?? ''}`)
    expect(await problemOf(refused)).toMatchObject({ status: 409, code: 'lastFacilitator' })
  })
})

describe('a board in use', () => {
  it('renaming reaches who is at the table', async () => {
    const board = await createBoard(server)
    const { doc, provider, close } = connect(server, board, board.keys.viewer)
    await synced(provider)
    await ask(server, board.keys.facilitator, 'PATCH', `/api/boards/${board.id}`, { title: 'Titolo nuovo' })
    await vi.waitFor(() => expect(doc.getMap('board').get('title')).toBe('Titolo nuovo'))
    close()
  })

  it('tells who made which card, from the log and not from what clients say', async () => {
    const board = await createBoard(server)
    const anna = await sitDown(server, board, board.keys.editor, 'Anna')
    expect(anna.participant).toMatchObject({ name: 'Anna', colour: expect.stringMatching(/^#[0-9a-f]{6}$/) })
    const { doc, provider, close } = connect(server, board, board.keys.editor, anna.token)
    await synced(provider)
    const card = addCard(doc, { kind: 'note', at: [0, 0], title: 'Idea' }) ?? ''
    await vi.waitFor(async () => {
      const authors = await askJson<Record<string, object>>(
        server,
        board.keys.viewer,
        'GET',
        `/api/boards/${board.id}/authors`,
      )
      expect(authors[card]).toMatchObject({
        name: 'Anna',
        organisation: '',
        colour: expect.stringMatching(/^#/),
        at: expect.stringMatching(/Z$/),
      })
    })
    const { events } = await askJson<{ events: object[] }>(
      server,
      board.keys.viewer,
      'GET',
      `/api/boards/${board.id}/history`,
    )
    expect(events).toMatchObject([
      {
        kind: 'added',
        who: { name: 'Anna' },
        cards: [card],
        sentence: { it: 'ha aggiunto la nota «Idea»', en: 'added the note “Idea”' },
      },
      { kind: 'opened', who: null, sentence: { it: 'ha aperto il tavolo «Quartieri Connessi»' } },
    ])
    close()
  })

  it('nothing answers for a board that was erased', async () => {
    const board = await createBoard(server)
    expect((await ask(server, board.keys.facilitator, 'DELETE', `/api/boards/${board.id}`)).status).toBe(204)
    const after = await ask(server, board.keys.facilitator, 'GET', `/api/boards/${board.id}`)
    expect(await problemOf(after)).toMatchObject({ status: 404, code: 'noSuchBoard' })
    expect(await server.store.load(board.id)).toBeNull()
  })

  it('a board.json goes out of one board and into another, all of it or nothing', async () => {
    const from = await createBoard(server, { model: 'hub-innovazione-inclusiva' })
    const to = await createBoard(server, { title: 'Altro' })
    const file = await (
      await ask(server, from.keys.viewer, 'GET', `/api/boards/${from.id}/exports/board.json`)
    ).text()
    const imported = `/api/boards/${to.id}/imports/board.json`
    const done = await askJson<{ cards: number; links: number; problems: object[] }>(
      server,
      to.keys.editor,
      'POST',
      imported,
      file,
    )
    expect(done.cards).toBeGreaterThan(5)
    expect(done.problems).toEqual([])
    const [a, b] = [connect(server, from, from.keys.viewer), connect(server, to, to.keys.viewer)]
    await Promise.all([synced(a.provider), synced(b.provider)])
    expect(wholeOf(b.doc).cards).toEqual(wholeOf(a.doc).cards)
    expect(wholeOf(b.doc).board).toMatchObject({ title: 'Altro' })
    const broken = JSON.parse(file) as { cards: Record<string, unknown> }
    broken.cards['rotta'] = { kind: 'note', at: 'qui' }
    const refused = await ask(server, to.keys.editor, 'POST', imported, JSON.stringify(broken))
    expect(await problemOf(refused)).toMatchObject({
      status: 422,
      code: 'wrongInput',
      problems: [expect.any(Object)],
    })
    const partial = await ask(server, to.keys.editor, 'POST', `${imported}?partial=1`, JSON.stringify(broken))
    expect(await partial.json()).toMatchObject({ cards: done.cards + 1, problems: [expect.any(Object)] })
    ;[a, b].forEach((one) => one.close())
  })

  it('files come with their name and type; equal boards at the same moment give equal bytes', async () => {
    const board = await createBoard(server, { title: 'Città «di tutti»', model: 'quartieri-connessi' })
    const get = (format: string) =>
      ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/exports/${format}`)
    const csv = await get('operations.csv?for=excel&exportedAt=2026-03-05T10:00:00Z')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="citta-di-tutti_operazioni_2026-03-05.csv"; filename\*=UTF-8''/,
    )
    for (const { id: format } of FORMATS) {
      const bytes = async () => {
        const response = await get(`${format}?exportedAt=2026-03-05T10:00:00Z`)
        expect(response.status).toBe(200)
        return Buffer.from(await response.arrayBuffer())
      }
      expect((await bytes()).equals(await bytes())).toBe(true)
    }
    expect(await problemOf(await get('plan.xml'))).toMatchObject({ status: 404, code: 'notFound' })
    expect(await problemOf(await get('plan.json?for=word'))).toMatchObject({ status: 422, place: 'for' })
  })
})
