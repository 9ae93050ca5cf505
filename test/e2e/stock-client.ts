import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { BuiltServer, Table } from './built-server.ts'
import { expect } from './fixtures.ts'

/** Message type of y-protocols by which a server denies. */
const DENIED = 2

/**
 * Somebody else's program: the provider of the `y-websocket` package as it is, in Node, that knows of us only the address, two
 * subprotocols and what docs/board-schema.md says of a card. It says neither who it is nor HELLO.
 */
export class StockClient {
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

  addsNeed(id: string, title: string, at: readonly [number, number] = [40, 40]): void {
    this.doc.transact(() => {
      const card = new Y.Map<unknown>()
      card.set('kind', 'need')
      card.set('at', at)
      card.set('title', new Y.Text(title))
      card.set('body', new Y.Text())
      this.#cards.set(id, card)
    })
  }

  /** As a colleague does meanwhile, of a card by its title. */
  throwsAway(title: string): void {
    this.#cardOf(title).set('deleted', true)
  }

  movesTo(title: string, at: readonly [number, number]): void {
    this.#cardOf(title).set('at', at)
  }

  /** Takes an action out of its intervention. */
  takesOut(title: string): void {
    this.#cardOf(title).delete('intervention')
  }

  writesBefore(title: string, words: string): void {
    ;(this.#cardOf(title).get('title') as Y.Text).insert(0, words)
  }

  titles(): string[] {
    return [...this.#cards.values()].map((card) => String(card.get('title')))
  }

  close(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  #cardOf(title: string): Y.Map<unknown> {
    const card = [...this.#cards.values()].find((one) => String(one.get('title')) === title)
    if (!card) throw new Error(`No card «${title}».`)
    return card
  }

  get #cards(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('cards')
  }
}
