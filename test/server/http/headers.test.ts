import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hono } from 'hono'
import { ROUTES } from '../../../server/http/routes.ts'
import { securityHeaders } from '../../../server/http/security.ts'
import { staticFiles } from '../../../server/http/static.ts'
import { ask, createBoard, startOver, temporaryFolder, type TestBoard, type TestServer } from '../running.ts'

let server: TestServer
let board: TestBoard
beforeAll(async () => {
  server = await startOver({ env: { TAVOLO_PUBLIC_URL: 'https://tavolo.example.org' } })
  board = await createBoard(server)
})
afterAll(() => server.close())

const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
]

function expectStrict({ headers, status }: Pick<Response, 'headers' | 'status'>, what: string): void {
  const policy = headers.get('content-security-policy') ?? ''
  for (const part of POLICY) expect(policy, `${what} ${status}`).toContain(part)
  expect(policy).not.toMatch(/unsafe|\*|https?:\/\//)
  expect(Object.fromEntries(headers), `${what} ${status}`).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'strict-transport-security': 'max-age=31536000',
  })
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('server')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
}

it('every route, let in, refused, with a wrong body and with a wrong method, answers with the headers of every answer', async () => {
  const statuses = new Set<number>()
  for (const { method, path } of ROUTES.filter(({ method }) => method !== 'delete')) {
    const address = path
      .replace(':id', board.id)
      .replace(':format', 'plan.json')
      .replace(/:(\w+)/g, 'none')
    for (const key of [server.operatorKey, board.keys.viewer, 'x'.repeat(43), null])
      for (const body of method === 'get' ? [undefined] : [{}, '{'])
        for (const verb of [method.toUpperCase(), 'PUT']) {
          const response = await ask(server, key, verb, address, verb === 'PUT' ? {} : body)
          statuses.add(response.status)
          expectStrict(response, `${verb} ${path}`)
          if (path.startsWith('/api/boards')) expect(response.headers.get('cache-control')).toBe('no-store')
          await response.arrayBuffer()
        }
  }
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 422]))
}, 60_000)

it('so do pages, files, what has not changed, and what is not there', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder.path, 'assets'))
  await writeFile(join(folder.path, 'index.html'), '<!doctype html>')
  await writeFile(join(folder.path, 'assets', 'main-abc.js'), 'export {}\n'.repeat(200))
  const app = new Hono()
  app.use('*', securityHeaders({ config: { publicUrl: 'https://tavolo.example.org' } }) as never)
  app.route('/', staticFiles([], folder.path))
  const page = await app.request('/')
  for (const response of [
    page,
    await app.request('/b/abc'),
    await app.request('/assets/main-abc.js', { headers: { 'accept-encoding': 'br' } }),
    await app.request('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } }),
    await app.request('/altro'),
    await ask(server, null, 'GET', '/altro'),
    await ask(server, null, 'GET', '/assets/altro.js'),
  ])
    expectStrict(response, response.url)
  await folder.remove()
})

/** Sends bytes as they are; what came back until the server closed. */
async function rawAnswer(bytes: string): Promise<{ status: number; headers: Headers }> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write(bytes)
  const [head = ''] = (await text(socket)).split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const pairs = lines.map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1).trim()])
  return { status: Number(line.split(' ')[1]), headers: new Headers(pairs as [string, string][]) }
}

it.each([
  ['bytes that are no HTTP', 'x\0\r\n\r\n', 400],
  ['headers without an end', `GET / HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(20_000)}`, 431],
  ['a socket to nowhere', upgrade('/altro'), 404],
  [
    'a socket from a page of another origin',
    upgrade('/sync/tavolo', 'Origin: https://altrove.example\r\n'),
    403,
  ],
])('so is %s', async (what, bytes, status) => {
  const answer = await rawAnswer(bytes)
  expect(answer.status).toBe(status)
  expectStrict(answer, what)
})

function upgrade(path: string, more = ''): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`
}

it('without TLS, as in a room of its own, nothing promises TLS', async () => {
  const plain = await startOver()
  expect((await ask(plain, null, 'GET', '/healthz')).headers.get('strict-transport-security')).toBeNull()
  await plain.close()
})
