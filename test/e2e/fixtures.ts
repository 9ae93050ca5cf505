import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { BuiltServer } from './built-server.ts'

export { expect } from '@playwright/test'

/** What the pages of a test did that nobody asked for. */
export interface Watch {
  /** Requests to anywhere but our own server; a test with one fails. */
  readonly offOrigin: string[]
  /** Exceptions nobody caught; a test with one fails. */
  readonly uncaught: string[]
  /** Errors in the console; for the test to judge, because a killed server leaves some. */
  readonly consoleErrors: string[]
}

interface People {
  server: BuiltServer
  watch: Watch
  /** A new person: a browser context of their own, so that nothing stored is shared. */
  newPerson(options?: BrowserContextOptions): Promise<Page>
  anna: Page
  bruno: Page
  /** Somebody with a telephone, 390 pixels wide, with a finger. */
  phone: Page
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

export const test = base.extend<People>({
  // Playwright reads what a fixture needs from the pattern; this one needs nothing.
  server: async ({}, use) => {
    const server = await BuiltServer.start()
    await use(server)
    await server.close()
  },

  watch: async ({ server }, use) => {
    const watch: Watch = { offOrigin: [], uncaught: [], consoleErrors: [] }
    await use(watch)
    base.expect(watch.offOrigin, `requests that left ${server.url}`).toEqual([])
    base.expect(watch.uncaught, 'exceptions nobody caught').toEqual([])
  },

  newPerson: async ({ browser, server, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: server.url, ...options })
      contexts.push(context)
      observe(context, server.url, watch)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },

  anna: async ({ newPerson }, use) => use(await newPerson()),
  bruno: async ({ newPerson }, use) => use(await newPerson()),
  phone: async ({ newPerson }, use) => use(await newPerson(PHONE)),
})

function observe(context: BrowserContext, origin: string, watch: Watch): void {
  const host = new URL(origin).host
  const look = (url: string) => {
    const { protocol, host: asked } = new URL(url)
    if (!['data:', 'blob:', 'about:'].includes(protocol) && asked !== host) watch.offOrigin.push(url)
  }
  context.on('request', (request) => look(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => look(socket.url())))
  context.on('weberror', (error) => watch.uncaught.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') watch.consoleErrors.push(message.text())
  })
}
