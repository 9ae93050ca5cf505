import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const FORBIDDEN = 4403
/** Message type of y-protocols by which a server denies. */
const DENIED = 2

/**
 * Somebody else's program: the provider of the `y-websocket` package as it is, in Node, that knows of us only the address, two
 * subprotocols and what docs/board-schema.md says of a card. It says neither who it is nor HELLO.
 */
class StockClient {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  /** How often the server denied. */
  denials = 0

  constructor(server: BuiltServer, table: Table, key: string) {
    this.provider = new WebsocketProvider(
      `${server.url.replace('http', 'ws')}/sync`,
      table.id,
      this.doc,
      // Its types know the browser's WebSocket only; `ws` is one in everything it uses.
      { protocols: ['tavolo', `key.${key}`], WebSocketPolyfill: WebSocket as never, disableBc: true },
    )
    this.provider.messageHandlers[DENIED] = () => void this.denials++
  }

  async isSynced(): Promise<void> {
    await expect.poll(() => this.provider.synced).toBe(true)
  }

  /** Resolves to the code with which the server closes. */
  closing(): Promise<number> {
    return new Promise((resolve) => {
      this.provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0))
    })
  }

  addsNeed(id: string, title: string): void {
    this.doc.transact(() => {
      const card = new Y.Map<unknown>()
      card.set('kind', 'need')
      card.set('at', [40, 40])
      card.set('title', new Y.Text(title))
      card.set('body', new Y.Text())
      this.#cards.set(id, card)
    })
  }

  titles(): string[] {
    return [...this.#cards.values()].map((card) => String(card.get('title')))
  }

  close(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  get #cards(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('cards')
  }
}

test('a stock y-websocket provider writes with an editor key, and changes nothing with a viewer key', async ({
  server,
  anna: annasBrowser,
}) => {
  const table = await server.createTable({ title: 'Programmi altrui', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.seesSaved()
  const editor = new StockClient(server, table, table.keys.editor)
  const viewer = new StockClient(server, table, table.keys.viewer)

  await test.step('the editor key reads and writes', async () => {
    await editor.isSynced()
    editor.addsNeed('stock0000001', 'Scritto da un altro programma')
    await anna.sees('Bisogno', 'Scritto da un altro programma')
    await anna.putsDown('Azione', 'Risposta di Anna', [600, 300])
    await expect.poll(() => editor.titles()).toContain('Risposta di Anna')
  })

  await test.step('the viewer key reads, and its write is refused and said so', async () => {
    await viewer.isSynced()
    expect(viewer.titles()).toEqual(expect.arrayContaining(['Risposta di Anna']))
    const code = viewer.closing()
    viewer.addsNeed('stock0000002', 'Scritto da chi legge')
    expect(await code).toBe(FORBIDDEN)
    await expect.poll(() => viewer.denials).toBe(1)
  })

  await test.step('for everybody else nothing has changed', async () => {
    editor.addsNeed('stock0000003', 'Scritto dopo')
    await anna.sees('Bisogno', 'Scritto dopo')
    const expected = ['Risposta di Anna', 'Scritto da un altro programma', 'Scritto dopo']
    await expect(anna.canvas.getByRole('group', { name: /^(Bisogno|Azione): / })).toHaveCount(3)
    expect(editor.titles().sort()).toEqual(expected)
    const second = new StockClient(server, table, table.keys.editor)
    await second.isSynced()
    expect(second.titles().sort()).toEqual(expected)
    second.close()
  })

  editor.close()
  viewer.close()
})
