import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../server/http/app.ts'
import { attachment } from '../../../server/http/plan.ts'
import { ROUTES } from '../../../server/http/routes.ts'
import { staticFiles } from '../../../server/http/static.ts'
import type { House } from '../../../server/house.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { ask, createBoard, startOver, temporaryFolder, type TestServer } from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())

describe('for those who watch', () => {
  it('tells that it is alive, ready, and which version', async () => {
    expect(await (await ask(server, null, 'GET', '/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await ask(server, null, 'GET', '/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await ask(server, null, 'GET', '/version')).json()).toMatchObject({
      name: 'tavolo',
      schemaVersion: 1,
    })
  })

  it('counts without naming anybody', async () => {
    const board = await createBoard(server)
    await ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}`)
    const text = await (await ask(server, null, 'GET', '/metrics')).text()
    expect(text).toMatch(/^tavolo_boards_loaded [1-9]/m)
    expect(text).toMatch(/^tavolo_http_requests_total\{method="GET",status="200"\}/m)
    expect(text).not.toContain(board.id)
  })
})

describe('the description of the API', () => {
  it('names every route that is mounted, and no other', async () => {
    const { paths } = (await (await ask(server, null, 'GET', '/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const house = { metrics: createMetrics() } as unknown as House
    const mounted = createApp(house)
      .routes.filter(
        ({ method, path }) =>
          method !== 'ALL' && /^\/(api|schemas|healthz|readyz|metrics|version)/.test(path),
      )
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    expect(described.sort()).toEqual([...new Set(mounted)].sort())
    expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('carries the shape of what is sent', async () => {
    const api = (await (await ask(server, null, 'GET', '/api/openapi.json')).json()) as {
      paths: Record<
        string,
        { post: { requestBody: { content: Record<string, { schema: { required: string[] } }> } } }
      >
    }
    expect(api.paths['/api/boards']?.post.requestBody.content['application/json']?.schema.required).toEqual([
      'title',
      'programme',
    ])
  })
})

describe('every answer', () => {
  it('forbids what a page of ours never does', async () => {
    for (const path of ['/healthz', '/api/boards', '/nowhere']) {
      const { headers } = await ask(server, null, 'GET', path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('of the API is kept by nobody', async () => {
    expect((await ask(server, null, 'GET', '/api/boards')).headers.get('cache-control')).toBe('no-store')
  })

  it('at an address of nothing is a problem in words', async () => {
    const response = await ask(server, null, 'GET', '/nulla')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      code: 'notFound',
      detail: 'A questo indirizzo non c’è nulla.',
    })
  })
})

describe('the pages', () => {
  it('come from the built client: the page never from a cache, what is named by its content for ever', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder.path, 'assets'))
    await writeFile(join(folder.path, 'index.html'), '<!doctype html><title>Tavolo</title>')
    await writeFile(join(folder.path, 'assets', 'main-abc.js'), 'export {}\n'.repeat(100))
    const app = staticFiles([], folder.path)
    for (const path of ['/', '/b/abc', '/p/abc']) {
      const page = await app.request(path)
      expect(page.headers.get('cache-control')).toBe('no-cache')
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await page.text()).toContain('Tavolo')
    }
    const script = await app.request('/assets/main-abc.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('gzip')
    const etag = script.headers.get('etag') ?? ''
    const again = await app.request('/assets/main-abc.js', {
      headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    for (const path of ['/../package.json', '/assets/..%2f..%2fpackage.json', '/altro'])
      expect((await app.request(path)).status).toBe(404)
    const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }
    const mistyped = await app.request('/altro', asBrowser)
    expect([mistyped.status, await mistyped.text()]).toEqual([404, expect.stringContaining('Tavolo')])
    for (const path of ['/api/altro', '/assets/altro.js'])
      expect(await (await app.request(path, asBrowser)).text()).not.toContain('Tavolo')
    await folder.remove()
  })
})

it('a file name of any letters fits the header, twice', () => {
  expect(attachment('città "nuova"\n.csv')).toBe(
    `attachment; filename="citt_ _nuova__.csv"; filename*=UTF-8''citt%C3%A0%20%22nuova%22%0A.csv`,
  )
})
