import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { createLimits, SOCKETS } from '../../../server/access/limits.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import { rawClient, type RawClient } from '../../sync/raw-client.ts'
import {
  ask,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../running.ts'

// Clocks stand still for the limits: what is let through does not depend on how busy the machine is.
let server: TestServer
let board: TestBoard

beforeEach(async () => {
  server = await startOver({ limits: createLimits(() => 0), env: { TAVOLO_TRUSTED_PROXIES: '127.0.0.1' } })
  board = await createBoard(server)
})
afterEach(() => server.close())

const path = () => `/api/boards/${board.id}`
const wrong = (nth: number): string => `wrong-key-${nth}`.padEnd(43, 'x')
const from = (address: string) => ({ 'x-forwarded-for': address })

describe('sixty phones behind one address', () => {
  it('join, post needs and write at the pace of a workshop: none is refused, none is slowed down', async () => {
    const paused = vi.spyOn(WebSocket.prototype, 'pause')
    const people = await Promise.all(
      Array.from({ length: 60 }, async (_, nth) => {
        const { token } = await sitDown(server, board, board.keys.editor, `Persona ${nth}`)
        const client = connect(server, board, board.keys.editor, token)
        const sent = await Promise.all(
          [1, 2].map((need) =>
            ask(
              server,
              board.keys.contributor,
              'POST',
              `${path()}/needs`,
              { text: `Bisogno ${need} di ${nth}` },
              { 'tavolo-participant': token },
            ),
          ),
        )
        expect(sent.map(({ status }) => status)).toEqual([201, 201])
        await synced(client.provider)
        return client
      }),
    )
    const closed: number[] = []
    for (const { provider } of people)
      provider.on('connection-close', (event) => closed.push(event?.code ?? 0))
    for (const { doc } of people) {
      const card = addCard(doc, { kind: 'note', at: [0, 0], title: 'Nota' })
      for (let key = 0; card && key < 10; key++) editCard(doc, card, { title: `Nota ${'x'.repeat(key)}` })
    }
    const [first] = people
    await vi.waitFor(() => expect(first && boardOf(first.doc).cards.size).toBe(60 * 3), { timeout: 100_000 })
    expect(closed).toEqual([])
    expect(paused).not.toHaveBeenCalled()
    for (const { close } of people) close()
    vi.restoreAllMocks()
  }, 120_000)
})

describe('[SYNC-39] who guesses keys', () => {
  const guess = (nth: number, address: string): Promise<Response> =>
    ask(server, wrong(nth), 'GET', path(), undefined, from(address))

  it('is told to wait after sixty from one address; the room that was there before goes on, others too', async () => {
    expect((await ask(server, board.keys.viewer, 'GET', path(), undefined, from('203.0.113.7'))).status).toBe(
      200,
    )
    for (let nth = 0; nth < 60; nth++) expect((await guess(nth, '203.0.113.7')).status).toBe(401)
    const refused = await guess(60, '203.0.113.7')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(await refused.json()).toMatchObject({ code: 'tooManyAttempts' })
    // A good key that never came from there is not even looked at: it would be what is searched.
    const found = await ask(server, board.keys.facilitator, 'GET', path(), undefined, from('203.0.113.7'))
    expect(found.status).toBe(429)

    expect((await ask(server, board.keys.viewer, 'GET', path(), undefined, from('203.0.113.7'))).status).toBe(
      200,
    )
    expect(
      (await ask(server, board.keys.facilitator, 'GET', path(), undefined, from('203.0.113.8'))).status,
    ).toBe(200)
  })

  it('over the socket, or with tokens, is told the same with a code that means later', async () => {
    const codes: number[] = []
    for (let nth = 0; nth < 61; nth++) {
      const client =
        nth % 2 === 0
          ? await rawClient(server, board, wrong(nth))
          : await rawClient(server, board, board.keys.viewer, { token: wrong(nth) })
      codes.push((await client.closed).code)
    }
    expect(codes.slice(0, 2)).toEqual([CLOSE.forbidden, CLOSE.loginNeeded])
    expect(codes.at(-1)).toBe(CLOSE.tooFast)
  })

  it('cannot make others wait by writing addresses, unless a proxy of ours says them', async () => {
    await server.close()
    server = await startOver({ limits: createLimits(() => 0) })
    board = await createBoard(server)
    for (let nth = 0; nth < 60; nth++) await guess(nth, `203.0.113.${nth}`)
    expect((await guess(60, '203.0.113.99')).status).toBe(429)
  })
})

it('[SYNC-40] a participant has twenty sockets; one more comes later', async () => {
  const { token } = await sitDown(server, board, board.keys.editor, 'Anna')
  const clients: RawClient[] = []
  for (let nth = 0; nth < SOCKETS.perParticipant; nth++)
    clients.push(await rawClient(server, board, board.keys.editor, { token }))
  const oneMore = () => rawClient(server, board, board.keys.editor, { token })
  expect((await (await oneMore()).closed).code).toBe(CLOSE.tooFast)
  const [first] = clients
  first?.close()
  await first?.closed
  await vi.waitFor(async () => {
    const again = await oneMore()
    await vi.waitFor(() => expect(again.frames.length).toBeGreaterThan(0))
    clients.push(again)
  })
  for (const client of clients) client.close()
})

it('[SYNC-40] a participant who asks too much waits, and nobody else', async () => {
  const anna = await sitDown(server, board, board.keys.viewer, 'Anna')
  const bruno = await sitDown(server, board, board.keys.viewer, 'Bruno')
  const asks = ({ token }: { token: string }) =>
    ask(server, board.keys.viewer, 'GET', path(), undefined, { 'tavolo-participant': token })
  const answers = await Promise.all(Array.from({ length: 501 }, () => asks(anna)))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  expect((await asks(bruno)).status).toBe(200)
}, 30_000)
