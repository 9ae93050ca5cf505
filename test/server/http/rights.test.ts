import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROUTES } from '../../../server/http/routes.ts'
import { ask, createBoard, startOver, type TestBoard, type TestServer } from '../running.ts'

type Who =
  | 'nobody'
  | 'stranger'
  | 'otherBoard'
  | 'viewer'
  | 'contributor'
  | 'editor'
  | 'facilitator'
  | 'organiser'
  | 'operator'

const ALL: readonly Who[] = [
  'nobody',
  'stranger',
  'otherBoard',
  'viewer',
  'contributor',
  'editor',
  'facilitator',
  'organiser',
  'operator',
]
const MEMBERS: readonly Who[] = ['viewer', 'contributor', 'editor', 'facilitator', 'operator']

/** Who may, route by route; `status` is what the request below gets when it is let in. */
const MATRIX: readonly { route: string; may: readonly Who[]; status: number; body?: unknown }[] = [
  {
    route: 'post /api/boards',
    may: ['organiser', 'operator'],
    status: 201,
    body: { title: 'Prova', programme: 'pon-metro-2014-2020' },
  },
  { route: 'get /api/boards', may: ['organiser', 'operator'], status: 200 },
  { route: 'get /api/boards/:id', may: MEMBERS, status: 200 },
  { route: 'patch /api/boards/:id', may: ['facilitator', 'operator'], status: 200, body: { title: 'Nuovo' } },
  {
    route: 'post /api/boards/:id/keys',
    may: ['facilitator', 'operator'],
    status: 201,
    body: { role: 'viewer' },
  },
  { route: 'get /api/boards/:id/keys', may: ['facilitator', 'operator'], status: 200 },
  { route: 'get /api/boards/:id/keys/audit', may: ['facilitator', 'operator'], status: 200 },
  { route: 'patch /api/boards/:id/keys/:key', may: ['facilitator', 'operator'], status: 404, body: {} },
  { route: 'delete /api/boards/:id/keys/:key', may: ['facilitator', 'operator'], status: 404 },
  { route: 'post /api/boards/:id/participants', may: MEMBERS, status: 201, body: { name: 'Anna' } },
  { route: 'patch /api/boards/:id/participants/me', may: MEMBERS, status: 401, body: {} },
  { route: 'get /api/boards/:id/plan', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/checks', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/exports/:format', may: MEMBERS, status: 200 },
  {
    route: 'post /api/boards/:id/imports/:format',
    may: ['editor', 'facilitator', 'operator'],
    status: 422,
    body: {},
  },
  {
    route: 'post /api/boards/:id/needs',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 201,
    body: { text: 'Spazi' },
  },
  {
    route: 'get /api/boards/:id/needs',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 200,
  },
  {
    route: 'get /api/boards/:id/needs/:receipt',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 404,
  },
  { route: 'get /api/boards/:id/reactions', may: MEMBERS, status: 200 },
  {
    route: 'put /api/boards/:id/reactions/:card',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 401,
  },
  {
    route: 'delete /api/boards/:id/reactions/:card',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 401,
  },
  { route: 'get /api/boards/:id/authors', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/comments', may: MEMBERS, status: 200 },
  {
    route: 'post /api/boards/:id/comments',
    may: ['contributor', 'editor', 'facilitator', 'operator'],
    status: 404,
    body: { card: 'nessuna', text: 'Chi lo gestisce?' },
  },
  { route: 'get /api/boards/:id/history', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/history.csv', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/history/chain', may: MEMBERS, status: 200 },
  { route: 'get /api/boards/:id/history/:seq/state', may: MEMBERS, status: 404 },
  {
    route: 'post /api/boards/:id/history/:seq/restore',
    may: ['facilitator', 'operator'],
    status: 404,
    body: {},
  },
  { route: 'get /api/boards/:id/versions', may: MEMBERS, status: 200 },
  {
    route: 'post /api/boards/:id/versions',
    may: ['editor', 'facilitator', 'operator'],
    status: 201,
    body: { label: 'Prima bozza' },
  },
  { route: 'delete /api/boards/:id/versions/:version', may: ['facilitator', 'operator'], status: 404 },
  { route: 'get /api/boards/:id/agreements', may: MEMBERS, status: 200 },
  { route: 'post /api/boards/:id/agreements', may: ['facilitator', 'operator'], status: 422, body: {} },
  {
    route: 'put /api/boards/:id/agreements/:agreement/delegates/:partner',
    may: ['facilitator', 'operator'],
    status: 404,
    body: { participant: null },
  },
  {
    route: 'put /api/boards/:id/agreements/:agreement/statements/:partner',
    may: MEMBERS,
    status: 401,
    body: { answer: 'agree' },
  },
  {
    route: 'post /api/boards/:id/agreements/:agreement/end',
    may: ['facilitator', 'operator'],
    status: 404,
    body: { outcome: 'withdrawn' },
  },
  { route: 'get /api/boards/:id/agreements/:agreement/plan', may: MEMBERS, status: 404 },
  {
    route: 'delete /api/boards/:id/participants/:participant',
    may: ['facilitator', 'operator'],
    status: 404,
  },
  { route: 'post /api/organisers', may: ['operator'], status: 201, body: { label: 'Ufficio' } },
  { route: 'get /api/organisers', may: ['operator'], status: 200 },
  { route: 'delete /api/organisers/:organiser', may: ['operator'], status: 404 },
  { route: 'get /api/backup', may: ['operator'], status: 501 },
  { route: 'get /api/openapi.json', may: ALL, status: 200 },
  { route: 'get /schemas/plan-1.json', may: ALL, status: 200 },
  { route: 'get /healthz', may: ALL, status: 200 },
  { route: 'get /readyz', may: ALL, status: 200 },
  { route: 'get /metrics', may: ALL, status: 200 },
  { route: 'get /version', may: ALL, status: 200 },
  // Last, because it leaves nothing to ask for.
  { route: 'delete /api/boards/:id', may: ['facilitator', 'operator'], status: 204 },
]

let server: TestServer
let board: TestBoard
let keys: Readonly<Record<Who, string | null>>

beforeAll(async () => {
  server = await startOver()
  board = await createBoard(server)
  const other = await createBoard(server)
  const made = await ask(server, server.operatorKey, 'POST', '/api/organisers', { label: 'Comune' })
  const { key } = (await made.json()) as { key: string }
  keys = {
    nobody: null,
    stranger: 's'.repeat(43),
    otherBoard: other.keys.facilitator,
    ...board.keys,
    organiser: key,
    operator: server.operatorKey,
  }
})
afterAll(() => server.close())

it('the matrix names every route of the API description', () => {
  const described = ROUTES.map(({ method, path }) => `${method} ${path}`)
  expect(MATRIX.map(({ route }) => route).sort()).toEqual(described.sort())
})

const requestBy = (who: Who, { route, body }: (typeof MATRIX)[number]) => {
  const [method = '', path = ''] = route.split(' ')
  const address = path
    .replace(':id', board.id)
    .replace(':format', method === 'get' ? 'plan.json' : 'board.json')
    .replace(/:(key|receipt|organiser|seq|version|participant|agreement|partner)/g, 'none')
  return ask(server, keys[who], method.toUpperCase(), address, body)
}

const others = (may: readonly Who[]): Who[] => ALL.filter((who) => !may.includes(who))

it.each(MATRIX.filter(({ may }) => others(may).length > 0))(
  '$route is refused to the others',
  async (row) => {
    for (const who of others(row.may)) {
      const response = await requestBy(who, row)
      const status = who === 'nobody' || who === 'stranger' ? 401 : 403
      expect({ who, status: response.status }).toEqual({ who, status })
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(await response.json()).toMatchObject({
        status,
        code: expect.any(String),
        detail: expect.any(String),
      })
    }
  },
)

it.each(MATRIX)('$route answers $status to $may', async (row) => {
  // What takes the board away can be asked once.
  const asked = row.status === 204 ? row.may.slice(0, 1) : row.may
  for (const who of asked)
    expect({ who, status: (await requestBy(who, row)).status }).toEqual({ who, status: row.status })
})
